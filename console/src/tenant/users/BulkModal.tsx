// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Button, Modal, ModalVariant } from "@patternfly/react-core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { User } from "../../api/types";
import { forgetDevices, require, reset } from "../../api/users";
import { DONE } from "../../work/run";
import { useRun } from "../../work/useRun";
import { RunView } from "../../work/RunView";
import { ReasonField } from "../person/ReasonField";

export type BulkAction = "require" | "release" | "reset" | "devices";

type Props = { realm: string; action: BulkAction; users: readonly User[]; close: () => void; over: () => void };

const PACE = { size: 1, inFlight: 4 };

/** Asks once, then does it for one user after the other, and says what became of each. */
export function BulkModal({ realm, action, users, close, over }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const jobs: Record<BulkAction, (user: User) => Promise<void>> = {
    require: ({ id }) => require(realm, id, true),
    release: ({ id }) => require(realm, id, false),
    reset: async ({ id }) => {
      await reset(realm, id, reason.trim());
    },
    devices: ({ id }) => forgetDevices(realm, id),
  };
  async function job(part: readonly User[]) {
    await Promise.all(part.map(jobs[action]));
    return part.map(() => DONE);
  }
  const running = useRun(users, job, PACE, () => {
    void queries.invalidateQueries({ queryKey: ["realm", realm] });
    over();
  });
  const label = t(`users.bulk.${action}`);

  function start() {
    if (action === "reset" && reason.trim() === "") setMissing(true);
    else running.start();
  }
  const buttons =
    running.phase === "ready"
      ? [
          <Button key="go" variant={action === "reset" ? "danger" : "primary"} onClick={start}>
            {label}
          </Button>,
          <Button key="cancel" variant="link" onClick={close}>
            {t("do.cancel")}
          </Button>,
        ]
      : [
          <Button key="close" isDisabled={running.phase === "running"} onClick={close}>
            {t("do.close")}
          </Button>,
        ];
  return (
    <Modal
      isOpen
      variant={ModalVariant.medium}
      title={t("users.bulk.title", { action: label, count: users.length })}
      {...(action === "reset" && { titleIconVariant: "warning" as const })}
      onClose={() => running.phase !== "running" && close()}
      actions={buttons}
    >
      {running.phase === "ready" ? (
        <>
          <p>{t(`users.bulk.ask.${action}`)}</p>
          {action === "reset" && <ReasonField value={reason} missing={missing && reason.trim() === ""} change={setReason} />}
        </>
      ) : (
        <RunView running={running} names={users.map(({ username }) => username)} label={t("users.bulk.result")} />
      )}
    </Modal>
  );
}
