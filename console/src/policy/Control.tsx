// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Checkbox, Radio, Switch, TextArea, TextInput } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { Choice } from "../parts/Choice";
import { MODES, type Field, type Value } from "./fields";
import { NumberControl } from "./NumberControl";
import { RolesControl } from "./RolesControl";
import { fieldName, wordName } from "./texts";

export type ControlProps = {
  field: Field;
  realm: string;
  value: Value;
  change: (value: Value) => void;
  disabled: boolean;
  invalid: boolean;
  /** The id of the text that says what is wrong. */
  describedBy: string;
};

/** What a field is entered with. */
export function Control(props: ControlProps) {
  const { t } = useTranslation();
  const { field, value, change, disabled, invalid, describedBy } = props;
  const { path, type } = field;
  const label = fieldName(path);
  switch (type.kind) {
    case "modes":
      return (
        <div role="radiogroup" aria-label={label} className="mfa-modes">
          {MODES.map((mode) => (
            <Radio
              key={mode}
              id={`${path}-${mode}`}
              name={path}
              label={t(`mode.${mode}`)}
              description={t(`modeHelp.${mode}`)}
              isChecked={value === mode}
              isDisabled={disabled}
              onChange={() => change(mode)}
            />
          ))}
        </div>
      );
    case "flag":
      return <Switch id={path} aria-label={label} aria-describedby={describedBy} isChecked={value === true} isDisabled={disabled} onChange={(_event, on) => change(on)} />;
    case "number":
      return <NumberControl {...props} type={type} />;
    case "word":
      return (
        <Choice
          id={path}
          label={label}
          value={String(value)}
          disabled={disabled}
          choose={change}
          options={type.options.map((word) => ({ value: word, label: wordName(type.named, word) }))}
        />
      );
    case "words":
      return (
        <div role="group" aria-label={label} className="mfa-words">
          {type.options.map((word) => (
            <Checkbox
              key={word}
              id={`${path}-${word}`}
              label={wordName(type.named, word)}
              isChecked={(value as string[]).includes(word)}
              isDisabled={disabled}
              onChange={(_event, on) => change(type.options.filter((other) => (other === word ? on : (value as string[]).includes(other))))}
            />
          ))}
        </div>
      );
    case "roles":
      return <RolesControl {...props} />;
    case "lines":
      return (
        <TextArea
          id={path}
          aria-label={label}
          aria-describedby={describedBy}
          value={(value as string[]).join("\n")}
          isDisabled={disabled}
          validated={invalid ? "error" : "default"}
          resizeOrientation="vertical"
          onChange={(_event, text) => change(text === "" ? [] : text.split("\n"))}
        />
      );
    case "text":
      return (
        <TextInput
          id={path}
          aria-label={label}
          aria-describedby={describedBy}
          value={String(value)}
          maxLength={type.max}
          isDisabled={disabled}
          validated={invalid ? "error" : "default"}
          onChange={(_event, text) => change(text)}
        />
      );
  }
}
