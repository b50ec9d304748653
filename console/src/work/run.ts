// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Problem } from "../api/problem";

export type Outcome = { state: "waiting" | "done" } | { state: "failed"; problem: Problem };

type How<T> = {
  items: readonly T[];
  job: (item: T) => Promise<void>;
  inFlight: number;
  /** Asked before each item. What runs already is finished. */
  stopped: () => boolean;
  report: (index: number, outcome: Outcome) => void;
};

/** Does the same for many, some at a time. Whatever fails is reported and doesn't hold up the rest. */
export async function run<T>({ items, job, inFlight, stopped, report }: How<T>): Promise<void> {
  let next = 0;
  async function worker() {
    while (next < items.length && !stopped()) {
      const index = next++;
      try {
        await job(items[index] as T);
        report(index, { state: "done" });
      } catch (thrown) {
        report(index, { state: "failed", problem: Problem.of(thrown) });
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(inFlight, items.length) }, worker));
}

export function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_chunk, index) => items.slice(index * size, (index + 1) * size));
}
