// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Alert, AlertActionLink } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router-dom";

type Props = { mayChange: boolean; policy: string };

/** What is missing before anything can be required of the users of a realm. */
export function Unmanaged({ mayChange, policy }: Props) {
  const { t } = useTranslation();
  const go = useNavigate();
  return (
    <Alert isInline variant="info" className="mfa-gap-bottom" title={t("users.unmanaged.title")} actionLinks={mayChange && <AlertActionLink onClick={() => void go(policy)}>{t("users.unmanaged.go")}</AlertActionLink>}>
      {t("users.unmanaged.help")}
    </Alert>
  );
}
