// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Button } from "@patternfly/react-core";
import ExportIcon from "@patternfly/react-icons/dist/esm/icons/export-icon";
import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { download } from "../api/download";
import { Problem } from "../api/problem";
import { useSay } from "./say";

type Props = { path: string; name: string; plain?: boolean };

/** Saves a list as CSV. */
export function Export({ path, name, plain = false }: Props) {
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
      addAlert(t("problems.title"), "danger" as never, Problem.of(thrown).status === 404 ? t("problems.soon") : say(thrown));
    } finally {
      setRunning(false);
    }
  }
  return (
    <Button variant={plain ? "link" : "secondary"} icon={<ExportIcon />} isLoading={running} isDisabled={running} onClick={() => void run()}>
      {running ? t("do.downloading") : t("do.download")}
    </Button>
  );
}
