// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Alert, Button } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { useCheck } from "../api/activity";
import { useSay } from "../parts/say";

/** Whether the record's chain is whole: nobody has removed or changed a line. */
export function CheckRecord({ realm }: { realm: string }) {
  const { t } = useTranslation();
  const say = useSay();
  const check = useCheck(realm);
  const whole = check.data?.whole === true;
  const line = check.data?.brokenAt;
  const broken = line == null ? t("activity.broken") : t("activity.brokenAt", { line });
  return (
    <div className="mfa-check">
      <p className="mfa-quiet">{t("activity.help")}</p>
      <Button variant="secondary" isLoading={check.isPending} isDisabled={check.isPending} onClick={() => check.mutate()}>
        {t("activity.check")}
      </Button>
      <div role="status">
        {check.data && <Alert component="p" isInline isPlain variant={whole ? "success" : "danger"} title={whole ? t("activity.whole") : broken} />}
        {check.error && <Alert component="p" isInline isPlain variant="danger" title={say(check.error)} />}
      </div>
    </div>
  );
}
