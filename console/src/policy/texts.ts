// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import i18next from "i18next";
import { list, number } from "../i18n/format";
import type { Texts } from "../i18n/en";
import { ours } from "../parts/say";
import type { Field, Value } from "./fields";

type Named = keyof Texts["policy"]["fields"];

// A dot in a key would mean a level of its own.
const key = (path: string) => path.replace(".", "_") as Named;

export const fieldName = (path: string) => i18next.t(`policy.fields.${key(path)}`);
export const fieldHelp = (path: string) => i18next.t(`policy.help.${key(path)}`);

/** A word of the policy as people say it. */
export function wordName(named: "method" | "backupCodesStep" | "optIn" | "types", word: string): string {
  return ours(named === "method" ? `method.${word}` : `policy.options.${named}.${word}`, {}) ?? word;
}

export function sayValue({ path, type }: Field, value: Value | undefined): string {
  if (value === undefined) return "–";
  if (typeof value === "boolean") return i18next.t(value ? "policy.on" : "policy.off");
  if (typeof value === "number") return type.kind === "number" && type.unit && type.unit !== "codes" ? `${number(value)} ${i18next.t(`policy.unit.${type.unit}`)}` : number(value);
  if (Array.isArray(value)) {
    if (value.length === 0) return i18next.t(path === "requiredRoles" ? "policy.everybody" : "policy.none");
    return list(type.kind === "words" ? value.map((word) => wordName(type.named, word)) : value);
  }
  if (type.kind === "modes") return i18next.t(`mode.${value as "off"}`);
  if (type.kind === "word") return wordName(type.named, value);
  return value || i18next.t("policy.nothing");
}
