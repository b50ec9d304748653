// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { FormGroup, FormHelperText, HelperText, HelperTextItem, TextInput } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";

type Props = { value: string; missing: boolean; change: (reason: string) => void };

/** Why someone is reset. It stays on record. */
export function ReasonField({ value, missing, change }: Props) {
  const { t } = useTranslation();
  return (
    <div className="pf-v5-c-form mfa-gap-top">
      <FormGroup label={t("users.reset.reason")} isRequired fieldId="reason">
        <TextInput id="reason" value={value} maxLength={500} isRequired validated={missing ? "error" : "default"} aria-describedby="reason-help" onChange={(_event, text) => change(text)} />
        <FormHelperText>
          <HelperText id="reason-help" isLiveRegion>
            <HelperTextItem variant={missing ? "error" : "default"} hasIcon={missing}>
              {missing ? t("users.reset.reasonMissing") : t("users.reset.reasonHelp")}
            </HelperTextItem>
          </HelperText>
        </FormHelperText>
      </FormGroup>
    </div>
  );
}
