// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Alert, Card, CardBody } from "@patternfly/react-core";
import LockIcon from "@patternfly/react-icons/dist/esm/icons/lock-icon";
import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { useTranslation } from "react-i18next";
import type { Rights } from "../api/me";
import type { Layer } from "../api/policy";
import type { PolicyView } from "../api/types";
import { Changes } from "./Changes";
import { FieldGroup } from "./FieldGroup";
import { GROUPS } from "./fields";
import { Questions } from "./Questions";
import { RemoveLayer } from "./RemoveLayer";
import { usePolicyForm } from "./usePolicyForm";

type Props = { realm: string; layer: Layer; may: Rights; reseller: boolean; view: PolicyView; tag: string | null };

export function PolicyForm({ realm, layer, may, reseller, view, tag }: Props) {
  const { t } = useTranslation();
  const { addAlert } = useAlerts();
  const form = usePolicyForm({ realm, layer, view, tag });
  const mayWrite = layer === "floor" ? may.floor : may.policy || may.floor;
  const exists = (layer === "floor" ? view.floor : view.own) !== null;
  const saved = () => addAlert(t("policy.changes.saved"), undefined, t("policy.changes.savedBody"));
  const role = reseller ? "manage-mfa" : "manage-realm";
  return (
    <div className="mfa-policy">
      <Card className="mfa-policy-form">
        <CardBody>
          {mayWrite ? (
            <Alert component="p" isInline isPlain={layer !== "own" || reseller || realm === "master"} variant="info" customIcon={<LockIcon />} title={t(`policy.layer.${hint(layer, reseller, realm, view)}`)} />
          ) : (
            <Alert component="p" isInline variant="info" customIcon={<LockIcon />} title={t("policy.layer.readOnly", { role })} />
          )}
          {GROUPS.map((group) => (
            <FieldGroup key={group.name} group={group} realm={realm} layer={layer} reseller={reseller} view={view} form={form} disabled={!mayWrite || form.saving} />
          ))}
          {mayWrite && exists && <RemoveLayer realm={realm} layer={layer} tag={tag} removed={form.reset} />}
        </CardBody>
      </Card>
      {mayWrite && <Changes form={form} view={view} layer={layer} saved={saved} />}
      <Questions form={form} realm={realm} saved={saved} />
    </div>
  );
}

function hint(layer: Layer, reseller: boolean, realm: string, { managed, floor }: PolicyView) {
  if (!managed) return "unmanaged";
  if (realm === "master") return "teamHelp";
  if (reseller) return layer === "floor" ? "floorHelp" : "ownHelp";
  return floor === null ? "freeHelp" : "tenantHelp";
}
