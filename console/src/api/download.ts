// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { file } from "./client";

/** The address of a list in CSV, with the filters and the order of the list that is shown. */
export function csv(path: string, filters: Readonly<Record<string, string | number | boolean>>): string {
  const query = new URLSearchParams(Object.entries(filters).map(([name, value]) => [name, String(value)])).toString();
  return query ? `${path}?${query}` : path;
}

/** Saves a file of the API under a name. */
export async function download(path: string, name: string): Promise<void> {
  saveAs(await file(path), name);
}

export function saveAs(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
