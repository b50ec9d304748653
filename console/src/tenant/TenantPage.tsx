// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { PageSection } from "@patternfly/react-core";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router-dom";
import { ActivityList } from "../activity/ActivityList";
import { rights, useMe } from "../api/me";
import { Problem } from "../api/problem";
import { usePolicy } from "../api/policy";
import { useTenantName } from "../api/tenants";
import { useSummary } from "../api/users";
import { PageOnTheWay } from "../app/busy";
import { Failed } from "../parts/Failed";
import { TabNav } from "../parts/TabNav";
import { page } from "../queries";
import { Head } from "./Head";
import { Unmanaged } from "./users/Unmanaged";
import { UsersTab } from "./users/UsersTab";

const PolicyTab = page("policy", () => import("../policy/PolicyTab"));

const TABS = ["users", "policy", "activity"] as const;

type Props = {
  realm: string;
  /** Where this page is within the console. */
  base: string;
  /** One of several tenants: shows the way back to all of them. */
  among?: boolean;
};

/** One realm: who is protected, its policy, and what was done. */
export default function TenantPage({ realm, base, among = false }: Props) {
  const { t } = useTranslation();
  const { tab: named } = useParams();
  const me = useMe(realm);
  const may = me.data && rights(me.data, realm);
  const summary = useSummary(realm, may?.view === true);
  const policy = usePolicy(realm, may?.viewPolicy === true);
  const name = useTenantName(realm, among);
  const allowed = TABS.filter((each) => (each === "policy" ? may?.viewPolicy : may?.view));
  const tab = allowed.find((each) => each === named) ?? allowed[0];
  const problem = me.error ?? (me.data && !tab ? new Problem(403, "forbidden", "") : null);
  if (problem) return <PageSection variant="light" isFilled><Failed problem={problem} retry={() => void me.refetch()} /></PageSection>;
  // In their own realm, they have the same say as a tenant's administrators in theirs.
  const reseller = me.data?.side === "reseller" && realm !== "master";
  return (
    <>
      <PageSection variant="light" className="mfa-head" type="tabs">
        <Head realm={realm} name={name} among={among} reseller={reseller} summary={summary} policy={policy.data?.view} />
        <TabNav label={t("users.views")} tabs={allowed.map((each) => ({ to: `${base}/${each}`, name: t(`${each}.title`), here: each === tab }))} />
      </PageSection>
      <PageSection isFilled>
        {may && tab === "users" && policy.data?.view.managed === false && <Unmanaged mayChange={may.policy || may.floor} policy={`${base}/policy`} />}
        {may && tab === "users" && <UsersTab realm={realm} may={may} reseller={reseller} managed={policy.data?.view.managed !== false} />}
        {may && tab === "policy" && (
          <Suspense fallback={<PageOnTheWay />}>
            <PolicyTab realm={realm} may={may} reseller={reseller} />
          </Suspense>
        )}
        {may && tab === "activity" && <ActivityList realm={realm} />}
      </PageSection>
    </>
  );
}
