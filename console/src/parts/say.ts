// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import i18next from "i18next";
import { useTranslation } from "react-i18next";
import { list } from "../i18n/format";
import { Problem, type FieldProblem, type Particulars } from "../api/problem";

/** The sentence for a problem: ours by its code, the server's where we have none. */
export function useSay() {
  const { t } = useTranslation();
  return (thrown: unknown): string => {
    const problem = Problem.of(thrown);
    return ours(`problems.errors.${problem.code}`, problem.params) ?? (problem.message || t("problems.errors.failed"));
  };
}

export function sayField({ code, params, message }: Pick<FieldProblem, "code" | "params" | "message">): string {
  return ours(`problems.fields.${code}`, params) ?? message;
}

const untyped = i18next as unknown as { t: (key: string, params: object) => string };

/** Codes come from the server, so the key can't be checked by the compiler. */
export function ours(key: string, params: Particulars): string | undefined {
  const spoken = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? list(value) : value]));
  return i18next.exists(key) ? untyped.t(key, spoken) : undefined;
}
