// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { TextInput } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ControlProps } from "./Control";
import type { FieldType } from "./fields";
import { fieldName } from "./texts";

type Props = ControlProps & { type: Extract<FieldType, { kind: "number" }> };

/** A whole number as it is typed: while one types, it may be empty or out of range. */
export function NumberControl({ field: { path }, type, value, change, disabled, invalid, describedBy }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(String(value));
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    if (Number(text) !== value || text.trim() === "") setText(String(value));
  }
  return (
    <span className="mfa-number">
      <TextInput
        id={path}
        type="number"
        inputMode="numeric"
        min={type.min}
        max={type.max}
        aria-label={fieldName(path)}
        aria-describedby={describedBy}
        value={text}
        isDisabled={disabled}
        validated={invalid ? "error" : "default"}
        onChange={(_event, typed) => {
          setText(typed);
          // An empty field is no number: it must be said, not be taken for 0.
          change(typed.trim() === "" ? NOTHING : Number(typed));
          setShown(typed.trim() === "" ? NOTHING : Number(typed));
        }}
      />
      {type.unit && <span className="mfa-unit">{t(`policy.unit.${type.unit}`)}</span>}
    </span>
  );
}

// Below every range, and survives JSON, unlike NaN.
const NOTHING = -1;
