// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { useEffect, useRef, useState } from "react";
import { mergeFloor } from "../api/tenants";
import { Problem } from "../api/problem";
import type { Policy } from "../api/types";
import { ours } from "../parts/say";
import { chunks, run, type Outcome } from "../work/run";
import type { Running } from "../work/useRun";

// Small enough for a bar that moves and a stop that stops, and few enough calls for thousands of tenants.
const CHUNK = 25;

/** The same floor for many tenants, some in each call, with what became of each one. */
export function useEnforcement(realms: readonly string[], floor: Policy, over: () => void): Running {
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
    setOutcomes(realms.map(() => ({ state: "waiting" })));
    const set = (of: readonly string[], outcome: (realm: string) => Outcome) => setOutcomes((all) => all.map((before, index) => (of.includes(realms[index] ?? "") ? outcome(realms[index] ?? "") : before)));
    const parts = chunks(realms, CHUNK);
    async function job(part: readonly string[]) {
      const { failed } = await mergeFloor([...part], floor);
      set(part, (realm) => {
        const failure = failed.find((each) => each.realm === realm);
        return failure ? { state: "failed", problem: new Problem(409, failure.error, ours(`tenants.failed.${failure.error}`, {}) ?? failure.error) } : { state: "done" };
      });
    }
    const report = (index: number, outcome: Outcome) => outcome.state === "failed" && set(parts[index] ?? [], () => outcome);
    void run({ items: parts, job, inFlight: 1, stopped: () => stopped.current, report }).then(() => {
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
