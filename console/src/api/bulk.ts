// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { environment } from "../environment";
import { answerText } from "./client";

/** Sends a list, and gives back what became of each line, as CSV too. */
export function sendList(realm: string, list: string): Promise<string> {
  const address = `${environment.adminBaseUrl}/admin/realms/${encodeURIComponent(realm)}/msp-mfa/bulk`;
  return answerText(address, { method: "POST", body: list, headers: { "Content-Type": "text/csv", Accept: "text/csv" } });
}
