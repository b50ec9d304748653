// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { useEffect, useRef, useState } from "react";
import { run, type Outcome } from "./run";

export type Running = {
  phase: "ready" | "running" | "over";
  outcomes: readonly Outcome[];
  stopping: boolean;
  start: () => void;
  stop: () => void;
};

/** A run with its state for a page. Leaving the page stops it after the calls that are under way. */
export function useRun<T>(items: readonly T[], job: (item: T) => Promise<void>, inFlight: number, over?: () => void): Running {
  const [phase, setPhase] = useState<Running["phase"]>("ready");
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const [stopping, setStopping] = useState(false);
  const stopped = useRef(false);
  useEffect(() => {
    stopped.current = false;
    return () => void (stopped.current = true);
  }, []);

  function start() {
    if (phase !== "ready") return;
    setPhase("running");
    setOutcomes(items.map(() => ({ state: "waiting" })));
    const report = (index: number, outcome: Outcome) => setOutcomes((all) => all.with(index, outcome));
    void run({ items, job, inFlight, stopped: () => stopped.current, report }).then(() => {
      setPhase("over");
      over?.();
    });
  }

  function stop() {
    stopped.current = true;
    setStopping(true);
  }
  return { phase, outcomes, stopping, start, stop };
}
