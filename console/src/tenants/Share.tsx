// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { useTranslation } from "react-i18next";
import type { Tenant } from "../api/types";
import { spread } from "../figures/spread";
import { StackedBar } from "../figures/StackedBar";
import { number, percent } from "../i18n/format";

/** How many users have a second factor, as a number and as a bar. */
export function Share({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslation();
  const { users, enrolled } = tenant;
  const { good, soon, bad, rest } = spread(tenant);
  return (
    <span className="mfa-share">
      <span className="mfa-share-figure">{percent(enrolled, users)}</span>
      <StackedBar
        thin
        label={t("tenants.share", { enrolled: number(enrolled), users: number(users) })}
        parts={[
          { tone: "good", count: good, label: "" },
          { tone: "soon", count: soon, label: "" },
          { tone: "bad", count: bad, label: "" },
          { tone: "rest", count: rest, label: "" },
        ]}
      />
      <span className="mfa-quiet" aria-hidden>
        {number(enrolled)} / {number(users)}
      </span>
    </span>
  );
}
