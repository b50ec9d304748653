// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { expect, it } from "vitest";
import { places } from "../app/places";
import { nameOf, rights } from "./me";

it("rights on the provider's own realm are those on its team", () => {
  expect(rights({ may: ["view", "manage", "floor"] }, "master")).toEqual({ view: false, manage: false, viewPolicy: false, policy: false, floor: false });
  expect(rights({ may: ["viewTeam", "manageTeam"] }, "master")).toMatchObject({ view: true, manage: true, policy: false, floor: false });
  expect(rights({ may: ["view", "floor", "viewPolicy", "policy"] }, "master")).toMatchObject({ view: false, manage: false, viewPolicy: true, policy: true, floor: false });
});

it("people without a right can go nowhere", () => {
  expect(places({ side: "reseller", may: [] })).toEqual([]);
  expect(places({ side: "tenant", may: [] })).toEqual([]);
});

it("a reseller sees the team only with a right for it", () => {
  expect(places({ side: "reseller", may: ["view"] }).map(({ name }) => name)).toEqual(["tenants", "find", "activity"]);
  expect(places({ side: "reseller", may: ["view", "viewTeam"] }).map(({ name }) => name)).toContain("team");
});

it("people without a name go by their user name", () => {
  expect(nameOf({ firstName: null, lastName: null, username: "rita" })).toBe("rita");
});
