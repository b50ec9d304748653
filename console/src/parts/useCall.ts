// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { useState } from "react";

/** A call that is made at once, one at a time, with what the server had against the last one. */
export function useCall<Arguments extends unknown[]>(call: (...given: Arguments) => Promise<void>) {
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);

  async function run(...given: Arguments) {
    if (running) return;
    setRunning(true);
    setProblem(null);
    try {
      await call(...given);
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setRunning(false);
    }
  }
  return { running, problem, run };
}
