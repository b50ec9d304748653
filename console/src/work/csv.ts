// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The rows of a text in CSV (RFC 4180), with commas or semicolons as its first line has them. */
export function rows(text: string): string[][] {
  const separator = firstOf(text, [",", ";"]);
  const cell = new RegExp(`("(?:[^"]|"")*"|[^${separator}\\r\\n]*)(${separator}|\\r\\n|\\n|\\r|$)`, "gy");
  const all: string[][] = [[]];
  for (let found = cell.exec(text); found; found = cell.exec(text)) {
    const [, value = "", end = ""] = found;
    all.at(-1)?.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value);
    if (end === "") break;
    if (end !== separator) all.push([]);
  }
  return all.filter((row) => row.some((value) => value.trim() !== ""));
}

/** Rows by the names in the first one. */
export function records(text: string): Record<string, string>[] {
  const [names = [], ...lines] = rows(text.replace(/^\uFEFF/, ""));
  return lines.map((line) => Object.fromEntries(names.map((name, index) => [name.trim(), line[index] ?? ""])));
}

function firstOf(text: string, candidates: readonly string[]): string {
  const head = text.split(/[\r\n]/, 1)[0] ?? "";
  return candidates.find((candidate) => head.includes(candidate)) ?? ",";
}
