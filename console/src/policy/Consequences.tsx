// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { useTranslation } from "react-i18next";
import type { Policy, Preview } from "../api/types";
import { Tally } from "../figures/Tally";
import { day } from "../i18n/format";
import { FIELDS, same, valueAt } from "./fields";
import { fieldName, sayValue } from "./texts";

type Props = { preview: Preview; before: Policy | null; pending: boolean };

/** Who is affected, and which values change. */
export function Consequences({ preview, before, pending }: Props) {
  const { t } = useTranslation();
  const { usersAffected, mustEnrol, graceUntil, withoutUsableMethod, blockedServiceAccounts, blockedClients, adaptive, effective } = preview;
  const changed = FIELDS.filter(({ path }) => !same(valueAt(effective, path), valueAt(before, path)));
  return (
    <div aria-live="polite" className={pending ? "mfa-pending" : ""}>
      {changed.length === 0 && usersAffected === 0 && <p className="mfa-quiet">{t("policy.changes.same")}</p>}
      <ul className="mfa-tallies">
        <Tally count={usersAffected} text={t("policy.changes.usersAffected", { count: usersAffected })} />
        <Tally
          count={mustEnrol}
          tone={mustEnrol > 0 ? "soon" : "plain"}
          text={t("policy.changes.mustEnrol", { count: mustEnrol })}
          more={mustEnrol > 0 ? (graceUntil ? t("policy.changes.graceUntil", { day: day(graceUntil) }) : t("policy.changes.atOnce")) : undefined}
        />
        {withoutUsableMethod > 0 && <Tally count={withoutUsableMethod} tone="bad" text={t("policy.changes.withoutUsableMethod", { count: withoutUsableMethod })} />}
        {blockedServiceAccounts > 0 && (
          <Tally count={blockedServiceAccounts} tone="soon" text={t("policy.changes.blocked", { count: blockedServiceAccounts })} more={<code>{blockedClients.slice(0, 5).join(", ")}{blockedClients.length > 5 && " …"}</code>} />
        )}
        {adaptive && <Tally count={adaptive.asked} text={t("policy.changes.adaptive", { logins: adaptive.logins, days: adaptive.days })} />}
      </ul>
      {changed.length > 0 && (
        <>
          <h3 className="mfa-small-title">{t("policy.changes.fields")}</h3>
          <dl className="mfa-diff">
            {changed.map((field) => (
              <div key={field.path}>
                <dt>{fieldName(field.path)}</dt>
                <dd>
                  <del>{sayValue(field, valueAt(before, field.path))}</del> → <ins>{sayValue(field, valueAt(effective, field.path))}</ins>
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </div>
  );
}
