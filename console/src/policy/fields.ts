// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { METHODS, MODES, type Policy } from "../api/types";

export type FieldType =
  | { kind: "modes" }
  | { kind: "flag" }
  | { kind: "number"; min: number; max: number; unit?: "days" | "seconds" | "codes" }
  | { kind: "word"; options: readonly string[]; named: "method" | "backupCodesStep" | "optIn" }
  | { kind: "words"; options: readonly string[]; named: "method" | "types" }
  | { kind: "roles" }
  | { kind: "lines" }
  | { kind: "text"; max: number; providerOnly?: boolean };

export type Value = string | number | boolean | string[];
export type Field = { path: string; type: FieldType; byDefault: Value };
export type Group = { name: GroupName; fields: readonly Field[] };
export type GroupName = "who" | "methods" | "enrolment" | "login" | "adaptive" | "messages";

const flag = (path: string, byDefault: boolean): Field => ({ path, type: { kind: "flag" }, byDefault });

const count = (path: string, min: number, max: number, byDefault: number, unit?: "days" | "seconds" | "codes"): Field => ({
  path,
  type: { kind: "number", min, max, ...(unit && { unit }) },
  byDefault,
});

const KINDS = ["MOBILE", "FIXED_LINE_OR_MOBILE", "FIXED_LINE", "VOIP", "PERSONAL_NUMBER"];

/** Every field of a policy, in the order of the form. A test compares it with the API's description. */
export const GROUPS: readonly Group[] = [
  {
    name: "who",
    fields: [
      { path: "mode", type: { kind: "modes" }, byDefault: "optional" },
      count("graceDays", 0, 30, 0, "days"),
      { path: "requiredRoles", type: { kind: "roles" }, byDefault: [] },
      { path: "exemptRoles", type: { kind: "roles" }, byDefault: [] },
      flag("allowExemptions", true),
      flag("localUsersOnly", true),
      flag("selfDisable", true),
    ],
  },
  {
    name: "methods",
    fields: [
      { path: "methods", type: { kind: "words", options: METHODS, named: "method" }, byDefault: ["totp"] },
      { path: "defaultMethod", type: { kind: "word", options: METHODS, named: "method" }, byDefault: "totp" },
      flag("email.forAdmins", false),
      flag("sms.unique", false),
      { path: "sms.types", type: { kind: "words", options: KINDS, named: "types" }, byDefault: ["MOBILE", "FIXED_LINE_OR_MOBILE"] },
      { path: "sms.sender", type: { kind: "text", max: 16, providerOnly: true }, byDefault: "" },
      { path: "sms.text", type: { kind: "text", max: 100, providerOnly: true }, byDefault: "" },
    ],
  },
  {
    name: "enrolment",
    fields: [
      count("enrolment.otpsRequired", 1, 2, 2, "codes"),
      count("backupCodes.count", 5, 20, 10, "codes"),
      { path: "enrolment.backupCodesStep", type: { kind: "word", options: ["before", "after"], named: "backupCodesStep" }, byDefault: "before" },
      count("enrolment.qrLifetimeSeconds", 60, 600, 180, "seconds"),
      flag("enrolment.showQrOnRequest", false),
      flag("enrolment.revealKeyOnClick", true),
    ],
  },
  {
    name: "login",
    fields: [
      count("attempts.max", 3, 100, 5, "codes"),
      count("attempts.lockSeconds", 1, 3600, 30, "seconds"),
      flag("rememberDevice.enabled", false),
      count("rememberDevice.days", 1, 365, 30, "days"),
    ],
  },
  {
    name: "adaptive",
    fields: [
      count("adaptive.threshold", 1, 100, 50),
      { path: "adaptive.trustedNetworks", type: { kind: "lines" }, byDefault: [] },
      flag("adaptive.enrolWhenRisky", false),
    ],
  },
  {
    name: "messages",
    fields: [
      { path: "registration.optIn", type: { kind: "word", options: ["off", "offered", "preChecked"], named: "optIn" }, byDefault: "offered" },
      flag("registration.signInAgain", true),
      flag("notifications.email", true),
      { path: "notifications.contact", type: { kind: "text", max: 200 }, byDefault: "" },
    ],
  },
];

export const FIELDS: readonly Field[] = GROUPS.flatMap(({ fields }) => fields);

export { MODES };

type Tree = Record<string, unknown>;

export function valueAt(policy: Policy | null | undefined, path: string): Value | undefined {
  return path.split(".").reduce<unknown>((node, name) => (node as Tree | undefined)?.[name], policy ?? undefined) as Value | undefined;
}

/** A copy that says something else about one field, or nothing about it. */
export function withValue(policy: Policy, path: string, value: Value | undefined): Policy {
  return set(policy, path.split("."), value);
}

function set(tree: Tree, [name = "", ...rest]: string[], value: Value | undefined): Tree {
  const changed = rest.length === 0 ? value : set((tree[name] ?? {}) as Tree, rest, value);
  const others = Object.fromEntries(Object.entries(tree).filter(([key]) => key !== name));
  return changed === undefined || isEmpty(changed) ? others : { ...others, [name]: changed };
}

const isEmpty = (value: unknown) => typeof value === "object" && !Array.isArray(value) && Object.keys(value as Tree).length === 0;

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

/** The order of fields says nothing, nor does that of a list. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return [...(value as unknown[])].sort();
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}
