// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { useEffect, useRef, useState } from "react";
import { run, type Job, type Outcome } from "./run";

export type Running = {
  phase: "ready" | "running" | "over";
  outcomes: readonly Outcome[];
  stopping: boolean;
  start: () => void;
  stop: () => void;
};

type Pace = {
  /** How many items a job takes. */
  size: number;
  /** How many jobs run at the same time. */
  inFlight: number;
};

/** A run with its state for a page. Leaving the page stops it after the calls that are under way. */
export function useRun<T>(items: readonly T[], job: Job<T>, pace: Pace, over: () => void): Running {
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
    const report = (from: number, part: readonly Outcome[]) => setOutcomes((all) => all.map((before, index) => part[index - from] ?? before));
    void run({ items, job, ...pace, stopped: () => stopped.current, report }).then(() => {
      setPhase("over");
      over();
    });
  }

  function stop() {
    stopped.current = true;
    setStopping(true);
  }
  return { phase, outcomes, stopping, start, stop };
}
