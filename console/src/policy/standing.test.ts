// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { describe, expect, it } from "vitest";
import { policyView } from "../test/fixtures";
import { FIELDS, type Field } from "./fields";
import { standing } from "./standing";

function field(path: string): Field {
  const found = FIELDS.find((each) => each.path === path);
  if (!found) throw new Error(`There is no field ${path}`);
  return found;
}

describe("to a tenant's administrator", () => {
  const about = { view: policyView, draft: policyView.own ?? {}, layer: "own" as const, reseller: false };

  it("a field that the floor fixes is locked and set by the provider", () => {
    expect(standing(field("mode"), about)).toMatchObject({ locked: true, source: "floor", value: "required", here: false });
  });

  it("a field within the floor shows the provider's minimum", () => {
    expect(standing(field("graceDays"), about)).toMatchObject({ locked: false, source: "floor", value: 7, minimum: 7 });
  });

  it("a field that was set here says so", () => {
    expect(standing(field("rememberDevice.enabled"), about)).toMatchObject({ locked: false, source: "here", value: true, here: true });
  });

  it("nothing is locked in a realm that isn't managed yet", () => {
    const view = { managed: false, own: null, floor: null, effective: null, sources: {}, editable: [] };
    expect(standing(field("mode"), { view, draft: {}, layer: "own", reseller: false })).toMatchObject({ locked: false, source: "undecided", value: "" });
    expect(standing(field("graceDays"), { view, draft: {}, layer: "own", reseller: false })).toMatchObject({ locked: false, source: "default", value: 0 });
  });

  it("each mode can be chosen in a realm that isn't managed yet, since none is", () => {
    const view = { managed: false, own: null, floor: null, effective: null, sources: {}, editable: [] };
    const about = { view, layer: "own" as const, reseller: false };
    expect(standing(field("mode"), { ...about, draft: { mode: "optional" } })).toMatchObject({ value: "optional", source: "here", changed: true });
  });
});

describe("to a reseller who edits the floor", () => {
  const about = { view: policyView, draft: { mode: "required" as const }, layer: "floor" as const, reseller: true };

  it("what the floor doesn't name is left to the tenant, whose value shows", () => {
    expect(standing(field("rememberDevice.enabled"), about)).toMatchObject({ source: "left", value: false, tenant: true });
  });

  it("a floor without a mode has none, so that each can be chosen", () => {
    expect(standing(field("mode"), { ...about, draft: {} })).toMatchObject({ value: "", source: "left" });
  });

  it("a floor that requires a factor and names no exceptions allows none", () => {
    expect(standing(field("exemptRoles"), about)).toMatchObject({ source: "implied" });
    expect(standing(field("exemptRoles"), { ...about, draft: { mode: "optional" } })).toMatchObject({ source: "left" });
  });

  it("what only a provider can set is not left to the tenant", () => {
    expect(standing(field("sms.text"), about)).toMatchObject({ source: "default" });
  });

  it("a field that is taken out of the floor has changed", () => {
    expect(standing(field("graceDays"), about)).toMatchObject({ changed: true, here: false });
  });
});
