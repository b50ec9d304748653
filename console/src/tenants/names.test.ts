// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { expect, it } from "vitest";
import { distinctNames } from "./names";

it("adds the realm to names that several tenants have", () => {
  const tenants = [
    { realm: "acme", displayName: "Acme Ltd" },
    { realm: "acme-old", displayName: "Acme Ltd" },
    { realm: "globex", displayName: "Globex" },
    { realm: "initech", displayName: null },
  ];
  expect([...distinctNames(tenants).values()]).toEqual(["Acme Ltd (acme)", "Acme Ltd (acme-old)", "Globex", "initech"]);
});
