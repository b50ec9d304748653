// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Button } from "@patternfly/react-core";
import ExportIcon from "@patternfly/react-icons/dist/esm/icons/export-icon";
import { useTranslation } from "react-i18next";
import { useExport } from "./useExport";

type Props = { path: string; name: string };

export function Export({ path, name }: Props) {
  const { t } = useTranslation();
  const { running, run } = useExport(path, name);
  return (
    <Button variant="secondary" icon={<ExportIcon />} isLoading={running} isDisabled={running} onClick={() => void run()}>
      {running ? t("do.downloading") : t("do.download")}
    </Button>
  );
}
