// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { mergeFloor } from "../api/tenants";
import { Problem } from "../api/problem";
import type { Policy } from "../api/types";
import { ours } from "../parts/say";
import { DONE, type Job } from "../work/run";

// Small enough for a bar that moves and a stop that stops, and few enough calls for thousands of tenants.
export const PACE = { size: 25, inFlight: 1 };

/** Sets the same floor for tenants. */
export const enforcing =
  (floor: Policy): Job<string> =>
  async (realms) => {
    const { failed } = await mergeFloor([...realms], floor);
    return realms.map((realm) => {
      const failure = failed.find((each) => each.realm === realm);
      return failure ? { state: "failed", problem: new Problem(409, failure.error, ours(`tenants.failed.${failure.error}`, {}) ?? failure.error) } : DONE;
    });
  };
