// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Button, Progress } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { Results } from "./Results";
import type { Running } from "./useRun";

type Props = { running: Running; names: readonly string[]; label: string };

/** How far a run is, a stop button, and what became of each item. */
export function RunView({ running, names, label }: Props) {
  const { t } = useTranslation();
  const { outcomes, phase, stopping } = running;
  const failed = outcomes.filter(({ state }) => state === "failed").length;
  const waiting = outcomes.filter(({ state }) => state === "waiting").length;
  const done = outcomes.length - waiting;
  return (
    <div className="mfa-run">
      <Progress
        aria-label={label}
        title={phase === "over" ? t("work.result", { done: done - failed, failed }) : t("work.progress", { done, total: outcomes.length })}
        value={outcomes.length === 0 ? 0 : (100 * done) / outcomes.length}
        {...(phase === "over" && failed + waiting === 0 && { variant: "success" as const })}
        {...(phase === "over" && failed > 0 && { variant: failed === done ? ("danger" as const) : ("warning" as const) })}
      />
      {phase === "running" && (
        <Button variant="secondary" isDisabled={stopping} onClick={running.stop}>
          {t("do.stop")}
        </Button>
      )}
      {phase === "over" && failed + waiting > 0 && (
        <Button variant="secondary" onClick={running.again}>
          {t("work.again", { count: failed + waiting })}
        </Button>
      )}
      {stopping && <p role="status">{phase === "running" ? t("work.stopping") : waiting > 0 && t("work.stopped", { count: waiting })}</p>}
      <Results label={label} names={names} outcomes={outcomes} />
    </div>
  );
}
