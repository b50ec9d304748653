// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { ExpandableSection } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Layer } from "../api/policy";
import type { PolicyView } from "../api/types";
import { FieldRow } from "./FieldRow";
import type { Field, Group } from "./fields";
import { standing } from "./standing";
import type { PolicyForm } from "./usePolicyForm";

type Props = { group: Group; realm: string; layer: Layer; reseller: boolean; view: PolicyView; form: PolicyForm; disabled: boolean };

/** Fields that belong together. Open at first if there is something to see: the first groups, set values, problems. */
export function FieldGroup({ group, realm, layer, reseller, view, form, disabled }: Props) {
  const { t } = useTranslation();
  const about = { view, draft: form.policy, layer, reseller };
  const fields = group.fields.filter((field) => !hidden(field, layer, realm)).map((field) => ({ field, standing: standing(field, about), problem: form.problems[field.path] }));
  const [open, setOpen] = useState(() => ["who", "methods"].includes(group.name) || fields.some((each) => each.standing.here));
  const troubled = fields.some(({ problem }) => problem);
  const set = fields.filter((each) => each.standing.here).length;
  const title = (
    <span className="mfa-group-title">
      {t(`policy.groups.${group.name}`)}
      <small>{t(`policy.groupHelp.${group.name}`)}</small>
      {set > 0 && <span className="mfa-count">{set}</span>}
    </span>
  );
  return (
    <ExpandableSection className="mfa-group" toggleContent={title} isExpanded={open || troubled} onToggle={(_event, wanted) => setOpen(wanted)}>
      {fields.map(({ field, standing: each, problem }) => (
        <FieldRow key={field.path} field={field} realm={realm} standing={each} problem={problem} disabled={disabled} change={(value) => form.change(field.path, value)} />
      ))}
    </ExpandableSection>
  );
}

/** Some fields can be set by the provider only: in a floor, and for the provider's own realm. */
function hidden({ type }: Field, layer: Layer, realm: string): boolean {
  return type.kind === "text" && type.providerOnly === true && layer === "own" && realm !== "master";
}
