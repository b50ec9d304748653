// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Alert, Button, Card } from "@patternfly/react-core";
import HistoryIcon from "@patternfly/react-icons/dist/esm/icons/history-icon";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { useActivity } from "../api/activity";
import type { Deed } from "../api/types";
import { time } from "../i18n/format";
import { Failed } from "../parts/Failed";
import { Nothing } from "../parts/Nothing";
import { SkeletonRows } from "../parts/SkeletonRows";
import { CheckRecord } from "./CheckRecord";
import { sayDeed, sayDetails } from "./deeds";

const PAGE = 50;

/** The record of a realm, newest first. */
export function ActivityList({ realm }: { realm: string }) {
  const { t } = useTranslation();
  const activity = useActivity(realm, undefined, PAGE);
  const deeds = activity.data?.pages.flatMap(({ items }) => items);
  if (activity.error && !activity.data) return <Card className="mfa-list"><Failed part problem={activity.error} retry={() => void activity.refetch()} /></Card>;
  if (deeds?.length === 0) return <Card className="mfa-list"><Nothing icon={HistoryIcon} title={t("activity.empty")} help={t("activity.emptyHelp")} /></Card>;
  return (
    <Card className="mfa-list">
      <CheckRecord realm={realm} />
      <Table aria-label={t("activity.title")} variant="compact">
        <Thead>
          <Tr>
            <Th>{t("activity.column.when")}</Th>
            <Th>{t("activity.column.what")}</Th>
            <Th>{t("activity.column.user")}</Th>
            <Th>{t("activity.column.by")}</Th>
            <Th>{t("activity.column.reason")}</Th>
          </Tr>
        </Thead>
        {deeds ? <Tbody>{deeds.map((deed) => <Line key={deed.seq} deed={deed} />)}</Tbody> : <SkeletonRows columns={5} />}
      </Table>
      {activity.hasNextPage && (
        <div className="mfa-more">
          <Button variant="secondary" isLoading={activity.isFetchingNextPage} isDisabled={activity.isFetchingNextPage} onClick={() => void activity.fetchNextPage()}>
            {t("activity.more")}
          </Button>
        </div>
      )}
      {activity.isFetchNextPageError && <Alert component="p" isInline variant="danger" title={t("problems.empty")} />}
    </Card>
  );
}

function Line({ deed }: { deed: Deed }) {
  const { t } = useTranslation();
  const { at, user, by, reason } = deed;
  const more = sayDetails(deed);
  return (
    <Tr>
      <Td dataLabel={t("activity.column.when")}>
        <time dateTime={at}>{time(at)}</time>
      </Td>
      <Td dataLabel={t("activity.column.what")}>
        <div>
          {sayDeed(deed)}
          {more && <span className="mfa-second">{more}</span>}
        </div>
      </Td>
      <Td dataLabel={t("activity.column.user")}>{user ? <bdi>{user.username}</bdi> : <span className="mfa-quiet">–</span>}</Td>
      <Td dataLabel={t("activity.column.by")}>{by ? <bdi>{by.username}</bdi> : <span className="mfa-quiet">{t("activity.system")}</span>}</Td>
      <Td dataLabel={t("activity.column.reason")} modifier="breakWord">{reason ? <bdi>{reason}</bdi> : <span className="mfa-quiet">–</span>}</Td>
    </Tr>
  );
}
