// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import type { Summary } from "../api/types";

export type Counted = Pick<Summary, "users" | "enrolled" | "inGrace" | "mustEnrol">;

/** Users in four groups that add up, whatever a cached count says: enrolled, in grace, must enrol now, not asked. */
export function spread({ users, enrolled, inGrace, mustEnrol }: Counted) {
  const good = Math.min(enrolled, users);
  const soon = Math.min(inGrace, users - good);
  // Those in grace must enrol too, only later.
  const bad = Math.min(Math.max(mustEnrol - inGrace, 0), users - good - soon);
  return { good, soon, bad, rest: users - good - soon - bad };
}
