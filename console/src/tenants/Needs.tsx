// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Button } from "@patternfly/react-core";
import CheckCircleIcon from "@patternfly/react-icons/dist/esm/icons/check-circle-icon";
import { useTranslation } from "react-i18next";
import type { TenantsSummary } from "../api/types";
import { Tally } from "../figures/Tally";
import { Nothing } from "../parts/Nothing";
import type { TenantFilters } from "./filters";

const none = { mode: "", search: "", sort: "", order: "" };

type Props = { counts: TenantsSummary; show: TenantFilters["set"] };

/** What needs the reseller: a number, a sentence, and the tenants that it is about. */
export function Needs({ counts, show }: Props) {
  const { t } = useTranslation();
  const { tenants, managed, compliant, adminsWithoutMfa, tenantsWithAdminsWithoutMfa, mustEnrol, inGrace, locked, unreadable } = counts;
  const lines = [
    {
      name: "admins" as const,
      count: adminsWithoutMfa,
      tone: "bad" as const,
      more: t("tenants.needs.inTenants", { count: tenantsWithAdminsWithoutMfa }),
      filter: { ...none, status: "adminsWithout" },
    },
    {
      name: "notCompliant" as const,
      count: tenants - compliant,
      tone: "soon" as const,
      more: tenants > managed ? t("tenants.needs.notManaged", { count: tenants - managed }) : undefined,
      filter: { ...none, status: "notCompliant" },
    },
    { name: "mustEnrol" as const, count: mustEnrol, tone: "plain" as const, more: inGrace > 0 ? t("tenants.needs.inGrace", { count: inGrace }) : undefined, filter: { ...none, status: "mustEnrol", sort: "enrolledShare", order: "asc" } },
    { name: "locked" as const, count: locked, tone: "plain" as const, filter: { ...none, status: "locked" } },
    { name: "unreadable" as const, count: unreadable, tone: "bad" as const, filter: { ...none, status: "unreadable" } },
  ].filter(({ count }) => count > 0);
  if (lines.length === 0) return <Nothing icon={CheckCircleIcon} title={t("tenants.needs.fine")} help={t("tenants.needs.fineHelp")} />;
  return (
    <ul className="mfa-tallies">
      {lines.map(({ name, count, tone, more, filter }) => {
        const text = t(`tenants.needs.${name}`, { count });
        const action = (
          <Button variant="link" isInline aria-label={`${t("do.show")}: ${text}`} onClick={() => show(filter)}>
            {t("do.show")}
          </Button>
        );
        return <Tally key={name} count={count} tone={tone} text={text} more={more} action={action} />;
      })}
    </ul>
  );
}
