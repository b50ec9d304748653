// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import type { components } from "./schema";

export type Particulars = components["schemas"]["Particulars"];
export type FieldProblem = components["schemas"]["FieldProblem"];

/** What the API answered instead of an answer: a code for programs, and the server's sentence to fall back on. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    sentence: string,
    readonly params: Particulars = {},
    readonly fields: readonly FieldProblem[] = [],
  ) {
    super(sentence);
    this.name = "Problem";
  }

  static from(status: number, body: unknown): Problem {
    if (!isObject(body)) return new Problem(status, byStatus(status), "");
    const ours = typeof body.errorMessage === "string";
    return new Problem(
      status,
      ours && typeof body.error === "string" ? body.error : byStatus(status),
      ours ? String(body.errorMessage) : "",
      isObject(body.params) ? (body.params as Particulars) : {},
      Array.isArray(body.fields) ? (body.fields as FieldProblem[]) : [],
    );
  }

  static of(thrown: unknown): Problem {
    return thrown instanceof Problem ? thrown : new Problem(0, "offline", "");
  }
}

/** Keycloak's own errors have no code that could be relied on. */
function byStatus(status: number): string {
  const known: Record<number, string> = { 401: "signed_out", 403: "forbidden", 404: "not_found" };
  return known[status] ?? "failed";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
