// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { language } from "./index";

// 24 hours and the day first, as people in both languages are used to.
const locale = () => (language() === "de" ? "de-DE" : "en-GB");

export const number = (value: number) => new Intl.NumberFormat(locale()).format(value);

export const percent = (part: number, whole: number) =>
  new Intl.NumberFormat(locale(), { style: "percent", maximumFractionDigits: 1 }).format(floored(part, whole));

/** 99.96 % must not be shown as 100 %: "all" is said only if it is so. */
function floored(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((part / whole) * 1000) / 1000;
}

export const day = (moment: string) => new Intl.DateTimeFormat(locale(), { day: "numeric", month: "short", year: "numeric" }).format(new Date(moment));

/** Without the year while it is this one. */
export const shortDay = (moment: string, now = new Date()) =>
  new Date(moment).getFullYear() === now.getFullYear() ? new Intl.DateTimeFormat(locale(), { day: "numeric", month: "short" }).format(new Date(moment)) : day(moment);

/** The time alone today, the day otherwise too. */
export const shortTime = (moment: string, now = new Date()) => {
  const hours = new Intl.DateTimeFormat(locale(), { hour: "2-digit", minute: "2-digit" }).format(new Date(moment));
  return new Date(moment).toDateString() === now.toDateString() ? hours : `${shortDay(moment, now)}, ${hours}`;
};

export const time = (moment: string) =>
  new Intl.DateTimeFormat(locale(), { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" }).format(new Date(moment));

export const clock = (seconds: number) =>
  `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

export const list = (words: readonly string[]) => new Intl.ListFormat(locale(), { type: "conjunction" }).format(words);

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [["day", 86_400], ["hour", 3600], ["minute", 60]];

/** "5 minutes ago", "yesterday"; a date once it is more than a week. */
export function ago(moment: string, now = Date.now()): string {
  const seconds = (Date.parse(moment) - now) / 1000;
  if (Math.abs(seconds) > 7 * 86_400) return day(moment);
  const relative = new Intl.RelativeTimeFormat(locale(), { numeric: "auto" });
  for (const [unit, length] of STEPS) if (Math.abs(seconds) >= length) return relative.format(Math.trunc(seconds / length), unit);
  return relative.format(0, "second");
}
