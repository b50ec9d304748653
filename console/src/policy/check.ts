// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import type { FieldProblem } from "../api/problem";
import type { Policy } from "../api/types";
import { FIELDS, valueAt, type Field, type Value } from "./fields";

export type Problems = Readonly<Record<string, FieldProblem>>;

/** What can be said at once, without asking the server: it checks everything again. */
export function check(policy: Policy): Problems {
  const problems: Record<string, FieldProblem> = {};
  for (const field of FIELDS) {
    const value = valueAt(policy, field.path);
    const found = value === undefined ? undefined : fault(field, value);
    if (found) problems[field.path] = { field: field.path, message: "", ...found };
  }
  return problems;
}

function fault({ type }: Field, value: Value): Pick<FieldProblem, "code" | "params"> | undefined {
  if (type.kind === "number") {
    const { min, max } = type;
    const right = typeof value === "number" && Number.isInteger(value) && value >= min && value <= max;
    return right ? undefined : { code: "out_of_range", params: { min, max } };
  }
  if (type.kind === "words" && type.named === "method" && Array.isArray(value) && value.length === 0) return { code: "not_some_of", params: {} };
  if (type.kind === "lines" && Array.isArray(value) && value.some((line) => line.trim() === "")) return { code: "blank_element", params: {} };
  if (type.kind === "text" && typeof value === "string" && value.length > type.max) return { code: "not_one_line", params: { max: type.max } };
  return undefined;
}

export function byField(problems: readonly FieldProblem[]): Problems {
  return Object.fromEntries(problems.map((problem) => [problem.field, problem]));
}
