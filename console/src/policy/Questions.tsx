// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Button, Modal, ModalVariant } from "@patternfly/react-core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PolicyView } from "../api/types";
import type { PolicyForm } from "./usePolicyForm";

type Props = { form: PolicyForm; realm: string; saved: () => void };

/** What the server wants to have answered before it saves. */
export function Questions({ form, realm, saved }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [loading, setLoading] = useState(false);
  const close = () => form.ask(null);

  async function latest() {
    setLoading(true);
    await queries.refetchQueries({ queryKey: ["realm", realm, "policy"] });
    setLoading(false);
    return queries.getQueryData<{ view: PolicyView; tag: string | null }>(["realm", realm, "policy"]);
  }
  async function theirs() {
    await latest();
    form.reset();
  }
  async function mine() {
    const fresh = await latest();
    if (await form.finish({}, fresh?.tag ?? null)) saved();
  }
  async function anyway() {
    if (await form.finish({ force: true })) saved();
  }
  const cancel = (
    <Button key="cancel" variant="link" onClick={close}>
      {t("do.cancel")}
    </Button>
  );
  if (form.question === "changed") {
    const choices = [
      <Button key="theirs" isDisabled={loading} onClick={() => void theirs()}>
        {t("policy.conflict.theirs")}
      </Button>,
      <Button key="mine" variant="secondary" isDisabled={loading} onClick={() => void mine()}>
        {t("policy.conflict.mine")}
      </Button>,
      cancel,
    ];
    return (
      <Modal isOpen variant={ModalVariant.medium} title={t("policy.conflict.title")} titleIconVariant="warning" onClose={close} actions={choices}>
        {t("policy.conflict.body")}
      </Modal>
    );
  }
  if (form.question === "lockOut") {
    const force = (
      <Button key="force" variant="danger" onClick={() => void anyway()}>
        {t("policy.lockOut.force")}
      </Button>
    );
    return (
      <Modal isOpen variant={ModalVariant.small} title={t("policy.lockOut.title")} titleIconVariant="danger" onClose={close} actions={[force, cancel]}>
        {t("policy.lockOut.body")}
      </Modal>
    );
  }
  return null;
}
