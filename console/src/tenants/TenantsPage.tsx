// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Button, Card, PageSection, Title } from "@patternfly/react-core";
import BuildingIcon from "@patternfly/react-icons/dist/esm/icons/building-icon";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Me, Tenant } from "../api/types";
import { PAGE, useTenants, useTenantsSummary } from "../api/tenants";
import { csv } from "../api/download";
import { ago, number } from "../i18n/format";
import { Export } from "../parts/Export";
import { Failed } from "../parts/Failed";
import { Nothing } from "../parts/Nothing";
import { usePages } from "../parts/pages";
import { Board } from "./Board";
import { useTenantFilters } from "./filters";
import { TenantsTable } from "./TenantsTable";
import { TenantsToolbar } from "./TenantsToolbar";

const AddTenant = lazy(() => import("./AddTenant"));
const Enforce = lazy(() => import("./Enforce"));

/** All tenants of a reseller: how many people are protected, what needs doing, and where. */
export default function TenantsPage({ me }: { me: Me }) {
  const { t } = useTranslation();
  const filters = useTenantFilters();
  const pages = usePages(JSON.stringify(filters.query));
  const tenants = useTenants({ ...filters.query, total: true, ...(pages.after !== undefined && { after: pages.after }) });
  const summary = useTenantsSummary();
  const [chosen, setChosen] = useState<ReadonlyMap<string, Tenant>>(new Map());
  const [enforced, setEnforced] = useState<readonly Tenant[] | null>(null);
  const [adding, setAdding] = useState(false);
  const counts = summary.data;
  return (
    <>
      <PageSection variant="light" className="mfa-head">
        <div className="mfa-title">
          <div>
            <Title headingLevel="h1">{t("tenants.title")}</Title>
            {counts && <p className="mfa-quiet">{t("tenants.counted", { tenants: number(counts.tenants), users: number(counts.users), ago: ago(counts.countedAt) })}</p>}
          </div>
          <div className="mfa-title-actions">
            <Export path={csv("/admin/realms/master/msp-mfa/tenants.csv", filters.query)} name="tenants.csv" />
            {me.may.includes("createTenant") && <Button onClick={() => setAdding(true)}>{t("tenants.add.action")}</Button>}
          </div>
        </div>
      </PageSection>
      <PageSection isFilled className="mfa-stack">
        <Board summary={summary} show={filters.set} />
        <Card className="mfa-list">
          <TenantsToolbar me={me} filters={filters} pages={pages} tenants={tenants.data} size={PAGE} chosen={chosen} choose={setChosen} enforce={() => setEnforced([...chosen.values()])} />
          {tenants.error ? (
            <Failed problem={tenants.error} retry={() => void tenants.refetch()} />
          ) : tenants.data?.items.length === 0 ? (
            filters.filtered ? (
              <Nothing title={t("tenants.empty")} help={t("tenants.emptyHelp")} action={{ label: t("do.clearFilters"), run: () => filters.set({ search: "", mode: "", status: "" }) }} />
            ) : (
              <Nothing icon={BuildingIcon} title={t("tenants.none")} help={t("tenants.noneHelp")} />
            )
          ) : (
            <TenantsTable tenants={tenants.data?.items} me={me} filters={filters} chosen={chosen} choose={setChosen} enforce={(tenant) => setEnforced([tenant])} />
          )}
        </Card>
      </PageSection>
      <Suspense>
        {adding && <AddTenant close={() => setAdding(false)} />}
        {enforced && <Enforce tenants={enforced} close={() => setEnforced(null)} over={() => setChosen(new Map())} />}
      </Suspense>
    </>
  );
}
