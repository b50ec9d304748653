// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import EnvelopeIcon from "@patternfly/react-icons/dist/esm/icons/envelope-icon";
import KeyIcon from "@patternfly/react-icons/dist/esm/icons/key-icon";
import ListOlIcon from "@patternfly/react-icons/dist/esm/icons/list-ol-icon";
import MobileAltIcon from "@patternfly/react-icons/dist/esm/icons/mobile-alt-icon";
import SmsIcon from "@patternfly/react-icons/dist/esm/icons/sms-icon";
import { useTranslation } from "react-i18next";
import { isMethod, type Method, type UserDetail } from "../../api/types";
import { day } from "../../i18n/format";
import { Section } from "./Section";

const ICONS: Record<Method, typeof KeyIcon> = { totp: MobileAltIcon, webauthn: KeyIcon, sms: SmsIcon, email: EnvelopeIcon };

/** Everything that is set up, whether or not it counts under the policy. */
export function Factors({ user: { factors, identityProviders } }: { user: UserDetail }) {
  const { t } = useTranslation();
  return (
    <>
      <Section title={t("users.drawer.factors")}>
        {factors.length === 0 && <p className="mfa-quiet">{t("users.drawer.noFactors")}</p>}
        <ul className="mfa-things">
          {factors.map((factor) => {
            const Icon = factor.method !== null && isMethod(factor.method) ? ICONS[factor.method] : ListOlIcon;
            const dates = [factor.createdAt && t("users.drawer.since", { day: day(factor.createdAt) }), factor.lastUsedAt ? t("users.drawer.lastUsed", { day: day(factor.lastUsedAt) }) : t("users.drawer.neverUsed")];
            return (
              <li key={factor.id}>
                <Icon />
                <span>
                  {kind(factor)}
                  {factor.label && <bdi className="mfa-quiet"> · {factor.label}</bdi>}
                  <small>{factor.unreadable ? <span className="mfa-bad">{t("users.drawer.unreadable")}</span> : dates.filter(Boolean).join(", ")}</small>
                </span>
              </li>
            );
          })}
        </ul>
      </Section>
      {identityProviders.length > 0 && (
        <Section title={t("users.drawer.idps")}>
          <ul className="mfa-things">
            {identityProviders.map(({ alias, account }) => (
              <li key={alias}>
                <span>
                  {alias}
                  {account && <small><bdi>{account}</bdi></small>}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );

  function kind({ type, method }: UserDetail["factors"][number]): string {
    if (method !== null && isMethod(method)) return t(`method.${method}`);
    if (type === "msp-backup-codes") return t("users.drawer.backupCodes");
    return type === "recovery-authn-codes" ? t("users.drawer.recoveryCodes") : type;
  }
}
