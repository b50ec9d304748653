// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { ExpandableSection, Skeleton } from "@patternfly/react-core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Policy, Tenant } from "../api/types";
import { previewFloor } from "../api/tenants";
import { Tally } from "../figures/Tally";
import { number } from "../i18n/format";
import { Failed } from "../parts/Failed";
import { chunks } from "../work/run";
import { distinctNames } from "./names";
import { add, type Totals } from "./totals";

type Props = { tenants: readonly Tenant[]; floor: Policy };

// As many as the call takes.
const AT_ONCE = 100;

/** What enforcing would change, in all and in each tenant. */
export function EnforcePreview({ tenants, floor }: Props) {
  const { t } = useTranslation();
  const realms = tenants.map(({ realm }) => realm);
  const preview = useQuery({
    queryKey: ["tenants", "preview", realms, floor],
    queryFn: async () => {
      const answers = [];
      for (const part of chunks(realms, AT_ONCE)) answers.push(await previewFloor(part, floor));
      return { totals: answers.map(({ totals }) => totals).reduce(add), items: answers.flatMap(({ items }) => items) };
    },
    gcTime: 0,
    enabled: realms.length > 0,
  });
  if (preview.error) return <Failed problem={preview.error} retry={() => void preview.refetch()} />;
  if (!preview.data) return realms.length > 0 && <Skeleton height="8rem" screenreaderText={t("tenants.enforce.counting")} />;
  const names = distinctNames(tenants);
  return (
    <div aria-live="polite">
      <Lines totals={preview.data.totals} />
      {preview.data.items.length > 1 && (
        <ExpandableSection toggleText={t("tenants.enforce.each")} isIndented>
          <ul className="mfa-results">
            {preview.data.items.map(({ realm, preview: each }) => (
              <li key={realm}>
                <bdi>{names.get(realm) ?? realm}</bdi>
                <span className="mfa-quiet">
                  {number(each.usersAffected)} {t("tenants.enforce.asked")}, {number(each.mustEnrol)} {t("tenants.enforce.enrol")}
                </span>
              </li>
            ))}
          </ul>
        </ExpandableSection>
      )}
    </div>
  );
}

function Lines({ totals }: { totals: Totals }) {
  const { t } = useTranslation();
  const { usersAffected, mustEnrol, blockedServiceAccounts, withoutUsableMethod, refused } = totals;
  return (
    <ul className="mfa-tallies">
      <Tally count={usersAffected} text={t("tenants.enforce.affected", { count: usersAffected })} />
      <Tally count={mustEnrol} tone={mustEnrol > 0 ? "soon" : "plain"} text={t("tenants.enforce.mustEnrol", { count: mustEnrol })} />
      {withoutUsableMethod > 0 && <Tally count={withoutUsableMethod} tone="bad" text={t("tenants.enforce.stuck", { count: withoutUsableMethod })} />}
      {blockedServiceAccounts > 0 && <Tally count={blockedServiceAccounts} tone="soon" text={t("tenants.enforce.blocked", { count: blockedServiceAccounts })} />}
      {refused > 0 && <Tally count={refused} tone="soon" text={t("tenants.enforce.refused", { count: refused })} />}
    </ul>
  );
}
