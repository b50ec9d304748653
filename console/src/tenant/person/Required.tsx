// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Alert, Switch } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { UserDetail } from "../../api/types";
import { require } from "../../api/users";
import { useSay } from "../../parts/say";
import { useCall } from "../../parts/useCall";

type Props = { realm: string; user: UserDetail; reseller: boolean; managed: boolean; changed: () => Promise<void> };

/** The caller's own say about this user. The other side's is shown, and can't be taken back here. */
export function Required({ realm, user, reseller, managed, changed }: Props) {
  const { t } = useTranslation();
  const say = useSay();
  const { running, problem, run } = useCall(async (required: boolean) => {
    await require(realm, user.id, required);
    await changed();
  });
  const on = user.requiredBy.includes(reseller ? "reseller" : "tenant");
  const held = !reseller && user.requiredBy.includes("reseller");

  return (
    <div className="mfa-required">
      <Switch id="required" label={t("users.required.label")} aria-describedby="required-help" isChecked={on || held} isDisabled={running || held || !managed} onChange={(_event, wanted) => void run(wanted)} />
      <small id="required-help">{held ? t("users.required.cantRelease") : t("users.required.help")}</small>
      {problem !== null && <Alert component="p" isInline isPlain variant="danger" title={say(problem)} />}
    </div>
  );
}
