// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Alert, Button, Card, CardBody, CardTitle, Checkbox, Skeleton } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Layer } from "../api/policy";
import type { PolicyView } from "../api/types";
import { useSay } from "../parts/say";
import { Consequences } from "./Consequences";
import type { PolicyForm } from "./usePolicyForm";

type Props = { form: PolicyForm; view: PolicyView; layer: Layer; saved: () => void };

/** Beside the form: what it would do if it were saved, and the button that saves it. */
export function Changes({ form, view, layer, saved }: Props) {
  const { t } = useTranslation();
  const say = useSay();
  const [revokeSessions, setRevoke] = useState(false);
  const faults = Object.keys(form.problems).length;
  const { preview, dirty, answered, saving } = form;
  const counting = dirty && faults === 0 && (!answered || preview.isFetching);

  async function finish() {
    if (await form.finish({ revokeSessions })) {
      setRevoke(false);
      saved();
    }
  }
  return (
    <Card isCompact className="mfa-changes">
      <CardTitle component="h2">{t("policy.changes.title")}</CardTitle>
      <CardBody>
        {!dirty && <p className="mfa-quiet">{t("policy.changes.nothing")}</p>}
        {form.restored && !preview.data && <p className="mfa-quiet">{t("policy.changes.restored")}</p>}
        {counting && !preview.data && <Counting />}
        {dirty && preview.data && faults === 0 && <Consequences preview={preview.data} before={view.effective} pending={counting} />}
        {form.problem !== null && <Alert component="p" isInline variant="danger" className="mfa-gap-top" title={say(form.problem)} />}
        {dirty && layer === "floor" && (
          <Checkbox id="revoke-sessions" className="mfa-gap-top" label={t("policy.changes.revoke")} description={t("policy.changes.revokeHelp")} isChecked={revokeSessions} onChange={(_event, on) => setRevoke(on)} />
        )}
        <div className="mfa-finish">
          <Button isDisabled={!dirty || faults > 0 || saving} isLoading={saving} onClick={() => void finish()}>
            {saving ? t("policy.changes.finishing") : t("policy.changes.finish")}
          </Button>
          <Button variant="link" isDisabled={!dirty || saving} onClick={form.reset}>
            {t("policy.changes.discard")}
          </Button>
        </div>
        {dirty && (
          <p className="mfa-quiet mfa-small" role="status">
            {faults > 0 ? t("policy.changes.fix", { count: faults }) : t("policy.changes.unsaved")}
          </p>
        )}
      </CardBody>
    </Card>
  );
}

function Counting() {
  const { t } = useTranslation();
  return (
    <div className="mfa-counting">
      <Skeleton screenreaderText={t("policy.changes.counting")} />
      <Skeleton width="80%" />
      <Skeleton width="60%" />
    </div>
  );
}
