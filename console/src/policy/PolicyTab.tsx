// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { ToggleGroup, ToggleGroupItem } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Rights } from "../api/me";
import { usePolicy, type Layer } from "../api/policy";
import { Failed } from "../parts/Failed";
import { PolicyForm } from "./PolicyForm";
import { PolicySkeleton } from "./PolicySkeleton";

type Props = { realm: string; may: Rights; reseller: boolean };

/** A realm's policy: a reseller chooses which of the two layers to edit, a tenant has one. */
export default function PolicyTab({ realm, may, reseller }: Props) {
  const { t } = useTranslation();
  const [layer, setLayer] = useState<Layer>(reseller ? "floor" : "own");
  const policy = usePolicy(realm, true);
  if (policy.error) return <Failed problem={policy.error} retry={() => void policy.refetch()} />;
  if (!policy.data) return <PolicySkeleton />;
  return (
    <>
      {reseller && (
        <ToggleGroup aria-label={t("policy.layer.label")} className="mfa-layers">
          {(["floor", "own"] as const).map((each) => (
            <ToggleGroupItem key={each} buttonId={`layer-${each}`} text={t(`policy.layer.${each}`)} isSelected={layer === each} onChange={() => setLayer(each)} />
          ))}
        </ToggleGroup>
      )}
      <PolicyForm key={layer} realm={realm} layer={layer} may={may} reseller={reseller} view={policy.data.view} tag={policy.data.tag} />
    </>
  );
}
