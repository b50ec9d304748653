// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { expect, it } from "vitest";
import * as fixtures from "./fixtures";
import { faults } from "./schema";

const SCHEMAS = { policyView: "PolicyView", preview: "Preview", me: "Me", summary: "Summary", user: "UserDetail", tenant: "Tenant" } as const;

it.each(Object.entries(SCHEMAS))("fixture %s is what the API answers", (name, schema) => {
  expect(faults(schema, fixtures[name as keyof typeof SCHEMAS])).toBeNull();
});

it("a value that the API never answers is noticed", () => {
  expect(faults("Me", { ...fixtures.me, side: "customer" })).toContain("side");
});
