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
  /** Does again what failed, and what a stop has left undone. */
  again: () => void;
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

  function go(indices: readonly number[]) {
    stopped.current = false;
    setStopping(false);
    setPhase("running");
    setOutcomes((all) => items.map((_item, index) => (indices.includes(index) ? { state: "waiting" } : (all[index] ?? { state: "waiting" }))));
    const report = (from: number, part: readonly Outcome[]) => setOutcomes((all) => all.map((before, index) => part[indices.indexOf(index) - from] ?? before));
    const some = (part: readonly number[]) => job(part.map((index) => items[index] as T));
    void run({ items: indices, job: some, ...pace, stopped: () => stopped.current, report }).then(() => {
      setPhase("over");
      over();
    });
  }

  function stop() {
    stopped.current = true;
    setStopping(true);
  }
  const all = items.map((_item, index) => index);
  return {
    phase,
    outcomes,
    stopping,
    start: () => phase === "ready" && go(all),
    again: () => phase === "over" && go(all.filter((index) => outcomes[index]?.state !== "done")),
    stop,
  };
}
