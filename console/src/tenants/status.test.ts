// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { expect, it } from "vitest";
import { asTenant } from "./AddTenant";
import { statusOf } from "./status";

it.each([
  ["compliant", { mode: "required", compliant: true }],
  ["exceptions", { mode: "required" }],
  ["notEnforced", { mode: "optional" }],
  ["off", { mode: "off" }],
  ["adminOpen", { mode: "off", adminsWithoutMfa: 2 }],
  ["notManaged", { mode: null, adminsWithoutMfa: 2 }],
  ["unreadable", { mode: "required", unreadable: true }],
])("is %s", (status, differs) => {
  expect(statusOf({ adminsWithoutMfa: 0, compliant: false, unreadable: false, ...differs })).toBe(status);
});

it("a new tenant's floor names grace only where it means something", () => {
  expect(asTenant({ realm: " acme ", name: "Acme Ltd", mode: "required", days: "7" })).toEqual({ realm: "acme", displayName: "Acme Ltd", floor: { mode: "required", graceDays: 7 } });
  expect(asTenant({ realm: "acme", name: "", mode: "off", days: "7" })).toEqual({ realm: "acme", floor: { mode: "off" } });
  expect(asTenant({ realm: "acme", name: "", mode: "", days: "" })).toEqual({ realm: "acme" });
});
