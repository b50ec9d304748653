// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { type Deed, isMethod } from "../api/types";
import { list } from "../i18n/format";
import { ours } from "../parts/say";
import { FIELDS } from "../policy/fields";
import { fieldName } from "../policy/texts";

/** What was done, in words; a deed that this page doesn't know yet, by its code. */
export const sayDeed = ({ what }: Pick<Deed, "what">): string => ours(`activity.what.${what}`, {}) ?? what;

/** The particulars that help people: which method, which fields, which mode. */
export function sayDetails({ details }: Pick<Deed, "details">): string | undefined {
  const { method, fields, mode } = details;
  const words = [
    typeof method === "string" ? (isMethod(method) ? ours(`method.${method}`, {}) : method) : undefined,
    typeof mode === "string" ? ours("activity.mode", { mode: ours(`mode.${mode}`, {}) ?? mode }) : undefined,
    Array.isArray(fields) && fields.length > 0 ? ours("activity.fields", { fields: list(fields.map(named)) }) : undefined,
  ].filter((word) => word !== undefined);
  return words.length > 0 ? words.join(". ") : undefined;
}

function named(path: unknown): string {
  return FIELDS.some((field) => field.path === path) ? fieldName(String(path)) : String(path);
}
