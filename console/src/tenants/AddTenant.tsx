// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Alert, Button, Form, FormGroup, FormHelperText, HelperText, HelperTextItem, Modal, ModalVariant, Radio, TextInput } from "@patternfly/react-core";
import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router-dom";
import { Problem } from "../api/problem";
import { addTenant, type NewTenant } from "../api/tenants";
import { MODES } from "../api/types";
import { useDraft } from "../parts/draft";
import { sayField, useSay } from "../parts/say";
import { GraceField, graceOf } from "./GraceField";

type Entered = { realm: string; name: string; mode: string; days: string };

const EMPTY: Entered = { realm: "", name: "", mode: "required", days: "" };
const RESERVED = ":/?#@!$&()*+,;=[]\\".split("");

/** A realm and its floor in one step: it is never there without its policy. */
export default function AddTenant({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const go = useNavigate();
  const { addAlert } = useAlerts();
  const queries = useQueryClient();
  const draft = useDraft("tenant", EMPTY);
  const [running, setRunning] = useState(false);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const entered = draft.value;
  const set = (change: Partial<Entered>) => {
    setProblem(null);
    draft.set({ ...entered, ...change });
  };
  const refused = problem?.fields.find(({ field }) => field === "realm");
  const realmFault = problem?.code === "realm_exists" ? say(problem) : refused ? sayField(refused) : faultOf(entered.realm);

  function faultOf(realm: string): string | undefined {
    if (realm.trim() === "") return tried ? t("tenants.add.realmMissing") : undefined;
    return RESERVED.some((letter) => realm.includes(letter)) ? t("tenants.add.realmBad", { characters: RESERVED.join(" ") }) : undefined;
  }

  async function run() {
    setTried(true);
    if (running || entered.realm.trim() === "" || faultOf(entered.realm) || graceOf(entered.days) === "wrong") return;
    setRunning(true);
    setProblem(null);
    try {
      const tenant = asTenant(entered);
      await addTenant(tenant);
      draft.drop(EMPTY);
      addAlert(t("tenants.add.done", { name: tenant.displayName ?? tenant.realm }));
      // The token of before doesn't know the roles on the new realm, but the server asks the user, not the token.
      await queries.invalidateQueries({ queryKey: ["tenants"] });
      close();
      void go(`/tenants/${encodeURIComponent(tenant.realm)}`);
    } catch (thrown) {
      setProblem(Problem.of(thrown));
      setRunning(false);
    }
  }
  const buttons = [
    <Button key="go" type="submit" form="add-tenant" isLoading={running} isDisabled={running}>
      {running ? t("tenants.add.going") : t("tenants.add.go")}
    </Button>,
    <Button key="cancel" variant="link" isDisabled={running} onClick={close}>
      {t("do.cancel")}
    </Button>,
  ];
  return (
    <Modal isOpen variant={ModalVariant.medium} title={t("tenants.add.title")} description={t("tenants.add.intro")} onClose={() => !running && close()} actions={buttons}>
      <Form
        id="add-tenant"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <div className="mfa-two">
          <FormGroup label={t("tenants.add.realm")} isRequired fieldId="realm">
            <TextInput id="realm" value={entered.realm} maxLength={255} isRequired validated={realmFault ? "error" : "default"} aria-describedby="realm-help" autoComplete="off" onChange={(_event, realm) => set({ realm })} />
            <FormHelperText>
              <HelperText id="realm-help" isLiveRegion>
                <HelperTextItem variant={realmFault ? "error" : "default"} hasIcon={realmFault !== undefined}>
                  {realmFault ?? t("tenants.add.realmHelp")}
                </HelperTextItem>
              </HelperText>
            </FormHelperText>
          </FormGroup>
          <FormGroup label={t("tenants.add.name")} fieldId="display-name">
            <TextInput id="display-name" value={entered.name} maxLength={255} autoComplete="off" aria-describedby="name-help" onChange={(_event, name) => set({ name })} />
            <FormHelperText>
              <HelperText id="name-help">
                <HelperTextItem>{t("tenants.add.nameHelp")}</HelperTextItem>
              </HelperText>
            </FormHelperText>
          </FormGroup>
        </div>
        <FormGroup role="radiogroup" label={t("tenants.add.mode")} fieldId="new-mode" isStack className="mfa-new-modes">
          {MODES.toReversed().map((mode) => (
            <Radio key={mode} id={`new-mode-${mode}`} name="new-mode" label={t(`mode.${mode}`)} description={t(`modeHelp.${mode}`)} isChecked={entered.mode === mode} onChange={() => set({ mode })} />
          ))}
          <Radio id="new-mode-later" name="new-mode" label={t("tenants.add.later")} description={t("tenants.add.laterHelp")} isChecked={entered.mode === ""} onChange={() => set({ mode: "" })} />
        </FormGroup>
        {(entered.mode === "required" || entered.mode === "adaptive") && (
          <GraceField value={entered.days} change={(days) => set({ days })} label={t("tenants.add.grace")} help={t("policy.help.graceDays")} />
        )}
        {problem && !realmFault && <Alert component="p" isInline variant="danger" title={say(problem)} />}
      </Form>
    </Modal>
  );
}

export function asTenant({ realm, name, mode, days }: Entered): NewTenant {
  const named = MODES.find((each) => each === mode);
  const grace = graceOf(days);
  const withGrace = typeof grace === "number" && (mode === "required" || mode === "adaptive");
  return {
    realm: realm.trim(),
    ...(name.trim() && { displayName: name.trim() }),
    ...(named && { floor: { mode: named, ...(withGrace && { graceDays: grace }) } }),
  };
}
