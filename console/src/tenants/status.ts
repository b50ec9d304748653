// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import type { Tenant } from "../api/types";

export type Status = "unreadable" | "notManaged" | "adminOpen" | "off" | "notEnforced" | "exceptions" | "compliant";

/** The one thing to know about a tenant, the worst first. */
export function statusOf({ unreadable, mode, adminsWithoutMfa, compliant }: Pick<Tenant, "unreadable" | "mode" | "adminsWithoutMfa" | "compliant">): Status {
  if (unreadable) return "unreadable";
  if (mode === null) return "notManaged";
  if (adminsWithoutMfa > 0) return "adminOpen";
  if (compliant) return "compliant";
  if (mode === "off") return "off";
  return mode === "required" ? "exceptions" : "notEnforced";
}
