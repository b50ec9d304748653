// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { useTranslation } from "react-i18next";
import { isMethod } from "../../api/types";
import type { UserDetail } from "../../api/types";
import { ago, time } from "../../i18n/format";
import { FEW_CODES } from "../users/state";

type Props = { user: UserDetail; team: boolean };

export function Facts({ user, team }: Props) {
  const { t } = useTranslation();
  const { email, primaryMethod, backupCodesRemaining: codes, lastChallengeAt, lastChallengeMethod, requiredBy } = user;
  const method = (name: string) => (isMethod(name) ? t(`method.${name}`) : name);
  return (
    <dl className="mfa-facts">
      {email && (
        <div>
          <dt>{t("users.drawer.email")}</dt>
          <dd><bdi>{email}</bdi></dd>
        </div>
      )}
      {primaryMethod && (
        <div>
          <dt>{t("users.drawer.primary")}</dt>
          <dd>{method(primaryMethod)}</dd>
        </div>
      )}
      <div>
        <dt>{t("users.drawer.codes")}</dt>
        <dd className={codes !== null && codes < FEW_CODES ? "mfa-bad" : ""}>{codes === null ? t("users.drawer.noCodes") : t("users.drawer.codesLeft", { count: codes })}</dd>
      </div>
      <div>
        <dt>{t("users.drawer.asked")}</dt>
        <dd>
          {lastChallengeAt === null ? (
            t("users.never")
          ) : (
            <time dateTime={lastChallengeAt} title={time(lastChallengeAt)}>
              {lastChallengeMethod ? t("users.drawer.askedBy", { when: ago(lastChallengeAt), method: method(lastChallengeMethod) }) : ago(lastChallengeAt)}
            </time>
          )}
        </dd>
      </div>
      {requiredBy.length > 0 && (
        <div>
          <dt>{t("users.state.required")}</dt>
          <dd>{requiredBy.map((who) => t(who === "reseller" ? "users.required.byReseller" : team ? "users.required.byTeam" : "users.required.byTenant")).join(", ")}</dd>
        </div>
      )}
    </dl>
  );
}
