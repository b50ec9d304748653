// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Alert, Button } from "@patternfly/react-core";
import LinkIcon from "@patternfly/react-icons/dist/esm/icons/link-icon";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { UserDetail } from "../../api/types";
import { reset } from "../../api/users";
import { Confirm } from "../../parts/Confirm";
import { useDraft } from "../../parts/draft";
import { ReasonField } from "./ReasonField";
import { Section } from "./Section";
import { Unlock } from "./Unlock";

const LinkModal = lazy(() => import("./LinkModal"));

type Props = { realm: string; user: UserDetail; managed: boolean; changed: () => Promise<void> };

/** For someone who lost a phone: take everything away, then hand over a link to set up a new factor. */
export function Help({ realm, user, managed, changed }: Props) {
  const { t } = useTranslation();
  const [linking, setLinking] = useState(false);
  const [asking, setAsking] = useState(false);
  const [missing, setMissing] = useState(false);
  const [unlinked, setUnlinked] = useState<string[] | null>(null);
  const reason = useDraft(`reset.${realm}.${user.id}`, "");

  async function run() {
    setUnlinked(await reset(realm, user.id, reason.value.trim()));
    reason.drop("");
    await changed();
  }
  function ready() {
    const given = reason.value.trim() !== "";
    setMissing(!given);
    return given;
  }
  return (
    <Section title={t("users.drawer.help")}>
      <div className="mfa-help">
        <Unlock realm={realm} user={user} changed={changed} />
        <Button variant="secondary" icon={<LinkIcon />} isDisabled={user.enrolled || !user.enabled || !managed} onClick={() => setLinking(true)}>
          {t("users.link.action")}
        </Button>
        <Button variant="secondary" isDanger onClick={() => setAsking(true)}>
          {t("users.reset.action")}
        </Button>
      </div>
      {user.enrolled && <small className="mfa-quiet">{t("users.link.enrolledHint")}</small>}
      {unlinked !== null && (
        <Alert component="p" isInline variant="success" className="mfa-gap-top" isLiveRegion title={t("users.reset.done", { name: user.username })}>
          {t("users.reset.doneBody")} {unlinked.length > 0 && t("users.reset.unlinked", { accounts: unlinked.join(", ") })}
        </Alert>
      )}
      {asking && (
        <Confirm danger title={t("users.reset.title", { name: user.username })} action={t("users.reset.action")} run={run} ready={ready} close={() => setAsking(false)}>
          <p>{t("users.reset.body")}</p>
          <ReasonField value={reason.value} missing={missing && reason.value.trim() === ""} change={reason.set} />
        </Confirm>
      )}
      {linking && (
        <Suspense>
          <LinkModal realm={realm} user={user} close={() => setLinking(false)} />
        </Suspense>
      )}
    </Section>
  );
}
