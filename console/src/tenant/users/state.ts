// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import type { User } from "../../api/types";

export type UserState = "disabled" | "locked" | "protected" | "inGrace" | "mustEnrol" | "none";

/** The one thing to know about a user. What keeps someone out comes first. */
export function stateOf({ enabled, locked, enrolled, graceEndsAt, mustEnrol }: Pick<User, "enabled" | "locked" | "enrolled" | "graceEndsAt" | "mustEnrol">, now = Date.now()): UserState {
  if (!enabled) return "disabled";
  if (locked) return "locked";
  if (enrolled) return "protected";
  if (graceEndsAt !== null && Date.parse(graceEndsAt) > now) return "inGrace";
  return mustEnrol ? "mustEnrol" : "none";
}

/** Fewer than this, and it is time for a new set. */
export const FEW_CODES = 3;
