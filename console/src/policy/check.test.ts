// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { expect, it } from "vitest";
import { check } from "./check";

it("a policy within the ranges has no problem", () => {
  expect(check({ graceDays: 30, methods: ["totp"], notifications: { contact: "" } })).toEqual({});
});

it.each([
  [{ graceDays: 31 }, "graceDays", "out_of_range"],
  [{ graceDays: 1.5 }, "graceDays", "out_of_range"],
  [{ attempts: { max: 2 } }, "attempts.max", "out_of_range"],
  [{ methods: [] }, "methods", "not_some_of"],
  [{ adaptive: { trustedNetworks: ["192.0.2.0/24", " "] } }, "adaptive.trustedNetworks", "blank_element"],
])("%j is wrong at %s", (policy, path, code) => {
  expect(check(policy)[path]?.code).toBe(code);
});
