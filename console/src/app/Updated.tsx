// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Button, Modal, ModalVariant } from "@patternfly/react-core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

/** An open tab asks for files of the version that it began with. After an upgrade they are gone: load again. */
export function Updated() {
  const { t } = useTranslation();
  const [updated, setUpdated] = useState(false);
  useEffect(() => {
    const notice = () => setUpdated(true);
    addEventListener("vite:preloadError", notice);
    return () => removeEventListener("vite:preloadError", notice);
  }, []);
  const reload = (
    <Button key="reload" onClick={() => location.reload()}>
      {t("updated.reload")}
    </Button>
  );
  return (
    <Modal variant={ModalVariant.small} isOpen={updated} title={t("updated.title")} showClose={false} actions={[reload]}>
      {t("updated.body")}
    </Modal>
  );
}
