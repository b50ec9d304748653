// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Card, PageSection, Title } from "@patternfly/react-core";
import UsersIcon from "@patternfly/react-icons/dist/esm/icons/users-icon";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router-dom";
import { PAGE, useFoundUsers } from "../api/tenants";
import { Failed } from "../parts/Failed";
import { Find } from "../parts/Find";
import { Nothing } from "../parts/Nothing";
import { Pager } from "../parts/Pager";
import { usePages } from "../parts/pages";
import { FoundTable } from "./FoundTable";

/** The help desk's first need: someone calls, and which tenant they belong to is not clear. */
export default function FindPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const search = params.get("search") ?? "";
  const pages = usePages(search);
  const found = useFoundUsers(search, pages.after);
  const asked = search.length >= 2;
  return (
    <>
      <PageSection variant="light">
        <Title headingLevel="h1">{t("tenants.find.title")}</Title>
        <p className="mfa-quiet">{t("tenants.find.help")}</p>
        <div className="mfa-gap-top">
          <Find wide label={t("tenants.find.label")} value={search} search={(text) => setParams(text ? { search: text } : {}, { replace: true })} />
        </div>
      </PageSection>
      <PageSection isFilled>
        <Card className="mfa-list">
          {!asked && <Nothing icon={UsersIcon} title={t("tenants.find.start")} help={t("tenants.find.startHelp")} />}
          {asked && found.error && <Failed problem={found.error} retry={() => void found.refetch()} />}
          {asked && !found.error && found.data?.items.length === 0 && <Nothing title={t("tenants.find.empty")} help={t("tenants.find.emptyHelp")} />}
          {asked && !found.error && found.data?.items.length !== 0 && (
            <>
              <FoundTable found={found.data?.items} />
              <Pager pages={pages} size={PAGE} shown={found.data?.items.length ?? 0} next={found.data?.next ?? null} />
            </>
          )}
        </Card>
      </PageSection>
    </>
  );
}
