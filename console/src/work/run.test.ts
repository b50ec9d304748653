// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { describe, expect, it } from "vitest";
import { Problem } from "../api/problem";
import { chunks, DONE, run, type Outcome } from "./run";

const nothingStops = { inFlight: 2, stopped: () => false };
const done = (part: readonly unknown[]) => part.map(() => DONE);

describe("a run", () => {
  it("reports each item, and a failure doesn't hold up the rest", async () => {
    const outcomes: Outcome[] = [];
    const job = (part: readonly number[]) => (part.includes(2) ? Promise.reject(new Problem(409, "mfa_off", "")) : Promise.resolve(done(part)));
    await run({ items: [1, 2, 3], job, size: 1, ...nothingStops, report: (from, part) => outcomes.splice(from, 0, ...part) });
    expect(outcomes.map(({ state }) => state)).toEqual(["done", "failed", "done"]);
  });

  it("reports what became of each item of a part, and a part that failed as a whole", async () => {
    const outcomes: Outcome[] = Array.from({ length: 5 }, () => ({ state: "waiting" }));
    const problem = new Problem(409, "weaker_than_before", "");
    const job = (part: readonly number[]) => (part.includes(5) ? Promise.reject(problem) : Promise.resolve(part.map((item) => (item === 2 ? { state: "failed" as const, problem } : DONE))));
    await run({ items: [1, 2, 3, 4, 5], job, size: 2, ...nothingStops, report: (from, part) => part.forEach((outcome, index) => (outcomes[from + index] = outcome)) });
    expect(outcomes.map(({ state }) => state)).toEqual(["done", "failed", "done", "done", "failed"]);
  });

  it("has no more under way than it may", async () => {
    let now = 0;
    let most = 0;
    async function job(part: readonly unknown[]) {
      most = Math.max(most, ++now);
      await Promise.resolve();
      now--;
      return done(part);
    }
    await run({ items: Array.from({ length: 20 }), job, size: 1, inFlight: 4, stopped: () => false, report: () => undefined });
    expect(most).toBe(4);
  });

  it("begins nothing new once it is stopped, and finishes what it has begun", async () => {
    const reported: number[] = [];
    let stopped = false;
    function job(part: readonly number[]) {
      stopped = true;
      return Promise.resolve(done(part));
    }
    await run({ items: [1, 2, 3], job, size: 1, inFlight: 1, stopped: () => stopped, report: (from) => reported.push(from) });
    expect(reported).toEqual([0]);
  });
});

it("chunks leave nothing out", () => {
  expect(chunks([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(chunks([], 2)).toEqual([]);
});
