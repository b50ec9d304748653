// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { describe, expect, it } from "vitest";
import { Problem } from "../api/problem";
import { chunks, run, type Outcome } from "./run";

describe("a run", () => {
  it("reports each item, and a failure doesn't hold up the rest", async () => {
    const outcomes: Outcome[] = [];
    const job = (item: number) => (item === 2 ? Promise.reject(new Problem(409, "mfa_off", "")) : Promise.resolve());
    await run({ items: [1, 2, 3], job, inFlight: 2, stopped: () => false, report: (index, outcome) => (outcomes[index] = outcome) });
    expect(outcomes.map(({ state }) => state)).toEqual(["done", "failed", "done"]);
  });

  it("has no more under way than it may", async () => {
    let now = 0;
    let most = 0;
    async function job() {
      most = Math.max(most, ++now);
      await Promise.resolve();
      now--;
    }
    await run({ items: Array.from({ length: 20 }), job, inFlight: 4, stopped: () => false, report: () => undefined });
    expect(most).toBe(4);
  });

  it("begins nothing new once it is stopped, and finishes what it has begun", async () => {
    const done: number[] = [];
    let stopped = false;
    const job = () => Promise.resolve(void (stopped = true));
    await run({ items: [1, 2, 3], job, inFlight: 1, stopped: () => stopped, report: (index) => done.push(index) });
    expect(done).toEqual([0]);
  });
});

it("chunks leave nothing out", () => {
  expect(chunks([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(chunks([], 2)).toEqual([]);
});
