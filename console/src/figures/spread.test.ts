// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { expect, it } from "vitest";
import { spread } from "./spread";

it("groups add up to all users", () => {
  expect(spread({ users: 100, enrolled: 60, inGrace: 10, mustEnrol: 30 })).toEqual({ good: 60, soon: 10, bad: 20, rest: 10 });
});

it("never has more than all, even if counts are from different moments", () => {
  expect(spread({ users: 10, enrolled: 9, inGrace: 5, mustEnrol: 5 })).toEqual({ good: 9, soon: 1, bad: 0, rest: 0 });
});
