// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { ToggleGroup, ToggleGroupItem } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";

type Props = { byAdministrators: boolean; show: (byAdministrators: boolean) => void };

/** Everything, or only what administrators did. */
export function Whose({ byAdministrators, show }: Props) {
  const { t } = useTranslation();
  return (
    <ToggleGroup className="mfa-whose" aria-label={t("activity.whose.label")}>
      <ToggleGroupItem text={t("activity.whose.administrators")} buttonId="by-administrators" isSelected={byAdministrators} onChange={() => show(true)} />
      <ToggleGroupItem text={t("activity.whose.everything")} buttonId="by-everybody" isSelected={!byAdministrators} onChange={() => show(false)} />
    </ToggleGroup>
  );
}
