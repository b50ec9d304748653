// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Button, Modal, ModalVariant } from "@patternfly/react-core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Tenant } from "../api/types";
import { RunView } from "../work/RunView";
import { useRun } from "../work/useRun";
import { enforcing, PACE } from "./enforcement";
import { EnforcePreview } from "./EnforcePreview";
import { GraceField, graceOf } from "./GraceField";
import { distinctNames } from "./names";

type Props = { tenants: readonly Tenant[]; close: () => void; over: () => void };

/** Raises the floor of many tenants to "required": shows first what that changes, then does it and says what became of each. */
export default function Enforce({ tenants, close, over }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [days, setDays] = useState("");
  const mine = tenants.filter(({ may }) => may === "manage");
  const realms = mine.map(({ realm }) => realm);
  const grace = graceOf(days);
  const floor = { mode: "required" as const, ...(typeof grace === "number" && { graceDays: grace }) };
  const running = useRun(realms, enforcing(floor), PACE, () => {
    void queries.invalidateQueries({ queryKey: ["tenants"] });
    void queries.invalidateQueries({ queryKey: ["realm"] });
    over();
  });
  const ready = running.phase === "ready";
  const buttons = ready
    ? [
        <Button key="go" isDisabled={realms.length === 0 || grace === "wrong"} onClick={running.start}>
          {t("tenants.enforce.go", { count: realms.length })}
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
    <Modal isOpen variant={ModalVariant.medium} title={t("tenants.enforce.title", { count: realms.length })} onClose={() => running.phase !== "running" && close()} actions={buttons}>
      {ready ? (
        <>
          <p>{t("tenants.enforce.intro")}</p>
          {mine.length < tenants.length && <p className="mfa-soon">{t("tenants.enforce.noRight", { count: tenants.length - mine.length })}</p>}
          <div className="pf-v5-c-form">
            <GraceField value={days} change={setDays} help={t("tenants.enforce.graceHelp")} label={t("tenants.enforce.grace")} />
          </div>
          {grace !== "wrong" && <EnforcePreview tenants={mine} floor={floor} />}
        </>
      ) : (
        <RunView running={running} names={[...distinctNames(mine).values()]} label={t("tenants.enforce.result")} />
      )}
    </Modal>
  );
}
