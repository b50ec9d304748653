// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { expect, it } from "vitest";
import { stateOf } from "./state";

const NOW = Date.parse("2026-11-29T12:00:00Z");
const plain = { enabled: true, locked: false, enrolled: false, mustEnrol: false, graceEndsAt: null };

it.each([
  ["protected", { enrolled: true }],
  ["locked", { enrolled: true, locked: true }],
  ["disabled", { enabled: false, locked: true }],
  ["inGrace", { graceEndsAt: "2026-12-04T00:00:00Z", mustEnrol: true }],
  ["mustEnrol", { graceEndsAt: "2026-11-01T00:00:00Z", mustEnrol: true }],
  ["none", {}],
])("is %s", (state, differs) => {
  expect(stateOf({ ...plain, ...differs }, NOW)).toBe(state);
});
