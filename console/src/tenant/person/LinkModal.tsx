// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Alert, Button, ClipboardCopy, Modal, ModalVariant, Progress, ProgressSize } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { UserDetail } from "../../api/types";
import { makeLink } from "../../api/users";
import { clock } from "../../i18n/format";
import { useSay } from "../../parts/say";
import { Qr } from "./Qr";
import { useCountdown } from "./useCountdown";

type Props = { realm: string; user: UserDetail; close: () => void };

type Link = { url: string; expiresAt: string };

/** Makes a link after a question, since it ends the one before, and shows it until it is over. Never kept. */
export default function LinkModal({ realm, user, close }: Props) {
  const { t } = useTranslation();
  const say = useSay();
  const [link, setLink] = useState<Link | null>(null);
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const name = user.username;

  async function make() {
    if (running) return;
    setRunning(true);
    setProblem(null);
    try {
      setLink(await makeLink(realm, user.id));
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setRunning(false);
    }
  }
  const makeButton = (
    <Button key="make" isLoading={running} isDisabled={running} onClick={() => void make()}>
      {t("users.link.make")}
    </Button>
  );
  const closeButton = (
    <Button key="close" variant={link ? "primary" : "link"} onClick={close}>
      {link ? t("do.done") : t("do.cancel")}
    </Button>
  );
  return (
    <Modal isOpen variant={link ? ModalVariant.medium : ModalVariant.small} title={t("users.link.title", { name })} onClose={close} actions={link ? [closeButton] : [makeButton, closeButton]}>
      {link ? <Shown key={link.url} link={link} email={user.email} again={() => void make()} running={running} /> : <p>{t("users.link.ask", { name })}</p>}
      {problem !== null && <Alert component="p" isInline variant="danger" className="mfa-gap-top" title={say(problem)} />}
    </Modal>
  );
}

type ShownProps = { link: Link; email: string | null; again: () => void; running: boolean };

function Shown({ link, email, again, running }: ShownProps) {
  const { t } = useTranslation();
  const { left, whole } = useCountdown(link.expiresAt);
  if (left === 0)
    return (
      <div className="mfa-over">
        <p role="status">{t("users.link.over")}</p>
        <Button variant="secondary" isDisabled={running} onClick={again}>
          {t("users.link.again")}
        </Button>
      </div>
    );
  return (
    <div className="mfa-link">
      <Qr text={link.url} label={t("users.link.qr")} />
      <div className="mfa-link-text">
        <p>{t("users.link.help")}</p>
        {email && (
          <dl className="mfa-facts">
            <div>
              <dt>{t("users.link.to")}</dt>
              <dd><bdi>{email}</bdi></dd>
            </div>
          </dl>
        )}
        <div className="mfa-timer">
          <span>{t("users.link.time")}</span>
          <span role="timer" aria-label={t("users.link.left", { time: clock(left) })}>{clock(left)}</span>
          <Progress aria-label={t("users.link.time")} value={(100 * left) / whole} measureLocation="none" size={ProgressSize.sm} {...(left <= 60 && { variant: "warning" as const })} />
        </div>
        <ClipboardCopy isReadOnly hoverTip={t("do.copy")} clickTip={t("do.copied")} textAriaLabel={t("users.link.address")} toggleAriaLabel={t("do.show")}>
          {link.url}
        </ClipboardCopy>
        <Alert component="p" isInline isPlain variant="warning" title={t("users.link.warning")} />
      </div>
    </div>
  );
}
