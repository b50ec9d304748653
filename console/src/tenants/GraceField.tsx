// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { FormGroup, FormHelperText, HelperText, HelperTextItem, TextInput } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";

const MAX = 30;

/** Days of grace as typed: a number, nothing, or something wrong. */
export function graceOf(text: string): number | "none" | "wrong" {
  if (text.trim() === "") return "none";
  const days = Number(text);
  return Number.isInteger(days) && days >= 0 && days <= MAX ? days : "wrong";
}

type Props = { value: string; change: (text: string) => void; label: string; help: string };

export function GraceField({ value, change, label, help }: Props) {
  const { t } = useTranslation();
  const wrong = graceOf(value) === "wrong";
  return (
    <FormGroup label={label} fieldId="grace" className="mfa-gap-top">
      <TextInput id="grace" className="mfa-short" type="number" min={0} max={MAX} value={value} validated={wrong ? "error" : "default"} aria-describedby="grace-help" onChange={(_event, text) => change(text)} />
      <FormHelperText>
        <HelperText id="grace-help" isLiveRegion>
          <HelperTextItem variant={wrong ? "error" : "default"} hasIcon={wrong}>
            {wrong ? t("problems.fields.out_of_range", { min: 0, max: MAX }) : help}
          </HelperTextItem>
        </HelperText>
      </FormHelperText>
    </FormGroup>
  );
}
