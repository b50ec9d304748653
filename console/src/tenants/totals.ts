// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
export type Totals = { tenants: number; refused: number; usersAffected: number; mustEnrol: number; blockedServiceAccounts: number; withoutUsableMethod: number };

export const add = (a: Totals, b: Totals): Totals => ({
  tenants: a.tenants + b.tenants,
  refused: a.refused + b.refused,
  usersAffected: a.usersAffected + b.usersAffected,
  mustEnrol: a.mustEnrol + b.mustEnrol,
  blockedServiceAccounts: a.blockedServiceAccounts + b.blockedServiceAccounts,
  withoutUsableMethod: a.withoutUsableMethod + b.withoutUsableMethod,
});
