// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Alert, Button, Modal, ModalVariant } from "@patternfly/react-core";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useSay } from "./say";

type Props = {
  title: string;
  action: string;
  /** Rejects with the problem, which is then shown here; the question stays open. */
  run: () => Promise<void>;
  close: () => void;
  danger?: boolean;
  /** Checked before `run`; false keeps the question open. */
  ready?: () => boolean;
  children: ReactNode;
};

/** Asks once before something is done, says what will happen, and can't be fired twice. */
export function Confirm({ title, action, run, close, danger = false, ready, children }: Props) {
  const { t } = useTranslation();
  const say = useSay();
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);

  async function go() {
    if (running || ready?.() === false) return;
    setRunning(true);
    setProblem(null);
    try {
      await run();
      close();
    } catch (thrown) {
      setProblem(thrown);
      setRunning(false);
    }
  }

  const buttons = [
    <Button key="go" variant={danger ? "danger" : "primary"} isDisabled={running} isLoading={running} onClick={() => void go()}>
      {action}
    </Button>,
    <Button key="cancel" variant="link" isDisabled={running} onClick={close}>
      {t("do.cancel")}
    </Button>,
  ];
  return (
    <Modal isOpen variant={ModalVariant.small} title={title} {...(danger && { titleIconVariant: "warning" as const })} onClose={() => !running && close()} actions={buttons}>
      {children}
      {problem !== null && <Alert component="p" isInline variant="danger" className="mfa-gap-top" title={say(problem)} />}
    </Modal>
  );
}
