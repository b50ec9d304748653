// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Button } from "@patternfly/react-core";
import ExclamationCircleIcon from "@patternfly/react-icons/dist/esm/icons/exclamation-circle-icon";
import UndoIcon from "@patternfly/react-icons/dist/esm/icons/undo-icon";
import { useTranslation } from "react-i18next";
import type { FieldProblem } from "../api/problem";
import { sayField } from "../parts/say";
import { Control } from "./Control";
import type { Field, Value } from "./fields";
import { Source } from "./Source";
import type { Standing } from "./standing";
import { fieldHelp, fieldName } from "./texts";

type Props = {
  field: Field;
  realm: string;
  standing: Standing;
  problem: FieldProblem | undefined;
  disabled: boolean;
  change: (value: Value | undefined) => void;
};

/** One field: what it means, what it is, and who says so. */
export function FieldRow({ field, realm, standing, problem, disabled, change }: Props) {
  const { t } = useTranslation();
  const { path } = field;
  const about = `${path}-about`;
  const simple = ["number", "text", "lines", "flag"].includes(field.type.kind);
  const name = fieldName(path);
  return (
    <div className={standing.changed ? "mfa-field mfa-field-changed" : "mfa-field"} data-field={path}>
      <div className="mfa-field-name">
        {simple ? <label htmlFor={path}>{name}</label> : <strong>{name}</strong>}
        <p>{fieldHelp(path)}</p>
      </div>
      <div className="mfa-field-control">
        <Control field={field} realm={realm} value={standing.value} change={change} disabled={disabled || standing.locked} invalid={problem !== undefined} describedBy={about} />
        <div id={about} aria-live="polite">
          {problem && (
            <p className="mfa-bad mfa-field-problem">
              <ExclamationCircleIcon /> {sayField(problem)}
            </p>
          )}
        </div>
      </div>
      <div className="mfa-field-source">
        <Source field={field} standing={standing} />
        {standing.here && !disabled && !standing.locked && (
          <Button variant="plain" className="mfa-unset" aria-label={t("policy.source.unset", { field: name })} title={t("policy.source.unset", { field: name })} onClick={() => change(undefined)}>
            <UndoIcon />
          </Button>
        )}
      </div>
    </div>
  );
}
