// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Button } from "@patternfly/react-core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { remove, type Layer } from "../api/policy";
import { Confirm } from "../parts/Confirm";

type Props = { realm: string; layer: Layer; tag: string | null; removed: () => void };

export function RemoveLayer({ realm, layer, tag, removed }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  async function run() {
    await remove(realm, layer, tag);
    removed();
    await queries.invalidateQueries();
  }
  return (
    <div className="mfa-remove">
      <Button variant="link" isDanger isInline onClick={() => setAsking(true)}>
        {t(`policy.remove.${layer}`)}
      </Button>
      {asking && (
        <Confirm danger title={t(`policy.remove.${layer}Title`)} action={t(`policy.remove.${layer}`)} run={run} close={() => setAsking(false)}>
          {t(`policy.remove.${layer}Body`)}
        </Confirm>
      )}
    </div>
  );
}
