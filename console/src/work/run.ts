// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Problem } from "../api/problem";

export type Outcome = { state: "waiting" | "done" } | { state: "failed"; problem: Problem };

export const DONE: Outcome = { state: "done" };

/** What is done with some of the items at a time; says what became of each. */
export type Job<T> = (part: readonly T[]) => Promise<readonly Outcome[]>;

type How<T> = {
  items: readonly T[];
  job: Job<T>;
  /** How many items a job takes. */
  size: number;
  inFlight: number;
  /** Asked before each job. What runs already is finished. */
  stopped: () => boolean;
  /** What became of the items from an index on. */
  report: (from: number, outcomes: readonly Outcome[]) => void;
};

/** Does the same for many, some at a time. Whatever fails is reported and doesn't hold up the rest. */
export async function run<T>({ items, job, size, inFlight, stopped, report }: How<T>): Promise<void> {
  const parts = chunks(items, size);
  let next = 0;
  async function worker() {
    while (next < parts.length && !stopped()) {
      const index = next++;
      const part = parts[index] ?? [];
      try {
        report(index * size, await job(part));
      } catch (thrown) {
        const problem = Problem.of(thrown);
        report(index * size, part.map(() => ({ state: "failed", problem })));
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(inFlight, parts.length) }, worker));
}

export function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_chunk, index) => items.slice(index * size, (index + 1) * size));
}
