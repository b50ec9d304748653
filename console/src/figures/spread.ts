// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
export type Counted = { users: number; enrolled: number; inGrace?: number | undefined; mustEnrol?: number | undefined };

/** Users in four groups that add up, whatever a cached count says: enrolled, in grace, must enrol, not asked. */
export function spread({ users, enrolled, inGrace = 0, mustEnrol = 0 }: Counted) {
  const good = Math.min(enrolled, users);
  const soon = Math.min(inGrace, users - good);
  const bad = Math.min(mustEnrol, users - good - soon);
  return { good, soon, bad, rest: users - good - soon - bad };
}
