// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import type { Tenant } from "../api/types";

/** What to call each tenant in a list without columns: the realm is added where several have the same display name. */
export function distinctNames(tenants: readonly Pick<Tenant, "realm" | "displayName">[]): Map<string, string> {
  const shown = tenants.map(({ realm, displayName }) => displayName ?? realm);
  const isShared = (name: string) => shown.indexOf(name) !== shown.lastIndexOf(name);
  return new Map(tenants.map(({ realm }, index) => [realm, isShared(shown[index] ?? realm) ? `${shown[index]} (${realm})` : (shown[index] ?? realm)]));
}
