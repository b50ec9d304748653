// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Alert, Button } from "@patternfly/react-core";
import HistoryIcon from "@patternfly/react-icons/dist/esm/icons/history-icon";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import type { Activity, Line } from "../api/activity";
import { time } from "../i18n/format";
import { Failed } from "../parts/Failed";
import { Nothing } from "../parts/Nothing";
import { SkeletonRows } from "../parts/SkeletonRows";
import { TenantLink } from "../parts/TenantLink";
import { sayDeed, sayDetails } from "./deeds";

type Props = { activity: Activity; tenants?: boolean };

/** What was done, newest first; with the tenant where there are many. */
export function ActivityTable({ activity, tenants = false }: Props) {
  const { t } = useTranslation();
  const lines = activity.data?.pages.flatMap((page) => page.lines);
  if (activity.error && !activity.data) return <Failed problem={activity.error} retry={() => void activity.refetch()} />;
  if (lines?.length === 0) return <Nothing icon={HistoryIcon} title={t("activity.empty")} help={t("activity.emptyHelp")} />;
  return (
    <>
      <Table aria-label={t("activity.title")} variant="compact">
        <Thead>
          <Tr>
            <Th>{t("activity.column.when")}</Th>
            {tenants && <Th>{t("activity.tenant")}</Th>}
            <Th>{t("activity.column.what")}</Th>
            <Th>{t("activity.column.user")}</Th>
            <Th>{t("activity.column.by")}</Th>
            <Th>{t("activity.column.reason")}</Th>
          </Tr>
        </Thead>
        {lines ? <Tbody>{lines.map((line) => <Row key={`${line.realm ?? ""} ${line.deed.seq}`} line={line} tenants={tenants} />)}</Tbody> : <SkeletonRows columns={tenants ? 6 : 5} />}
      </Table>
      {activity.hasNextPage && (
        <div className="mfa-more">
          <Button variant="secondary" isLoading={activity.isFetchingNextPage} isDisabled={activity.isFetchingNextPage} onClick={() => void activity.fetchNextPage()}>
            {t("activity.more")}
          </Button>
        </div>
      )}
      {activity.isFetchNextPageError && <Alert component="p" isInline variant="danger" title={t("problems.empty")} />}
    </>
  );
}

function Row({ line: { realm, displayName, deed }, tenants }: { line: Line; tenants: boolean }) {
  const { t } = useTranslation();
  const { at, user, by, reason } = deed;
  const more = sayDetails(deed);
  return (
    <Tr>
      <Td dataLabel={t("activity.column.when")}>
        <time dateTime={at}>{time(at)}</time>
      </Td>
      {tenants && realm !== undefined && (
        <Td dataLabel={t("activity.tenant")}>
          <TenantLink tenant={{ realm, displayName: displayName ?? null }} tab="activity" />
        </Td>
      )}
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
