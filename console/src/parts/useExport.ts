// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { AlertVariant } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { download } from "../api/download";
import { useSay } from "./say";

/** Saves a list as CSV, one at a time. */
export function useExport(path: string, name: string) {
  const { t } = useTranslation();
  const say = useSay();
  const { addAlert } = useAlerts();
  const [running, setRunning] = useState(false);
  async function run() {
    if (running) return;
    setRunning(true);
    try {
      await download(path, name);
    } catch (thrown) {
      addAlert(t("problems.title"), AlertVariant.danger, say(thrown));
    } finally {
      setRunning(false);
    }
  }
  return { running, run };
}
