// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import type { Layer } from "../api/policy";
import type { Policy, PolicyView } from "../api/types";
import { same, valueAt, type Field, type Value } from "./fields";

/** How a field stands in the layer that is edited. */
export type Standing = {
  value: Value;
  /** Set in this layer. */
  here: boolean;
  changed: boolean;
  /** The floor leaves nothing to choose. */
  locked: boolean;
  source: "here" | "implied" | "floor" | "floorYou" | "own" | "floor+own" | "default" | "left" | "undecided";
  /** What the floor says, while the tenant's own layer is edited. */
  minimum?: Value;
  /** What the tenant says, while the floor is edited. */
  tenant?: Value;
};

// A floor that requires a factor and doesn't name these is treated as if it said: no exceptions (docs/policy.md).
const EXCEPTIONS = ["graceDays", "exemptRoles", "requiredRoles"];

/** What it means that a floor doesn't name a field. */
function unsaid({ path, type }: Field, floor: Policy): Standing["source"] {
  if (EXCEPTIONS.includes(path) && (floor.mode === "required" || floor.mode === "adaptive")) return "implied";
  return type.kind === "text" && type.providerOnly === true ? "default" : "left";
}

/** Nobody has decided on a mode in this layer, so that none is chosen, and each of them can be. */
const NO_MODE = "";

type About = { view: PolicyView; draft: Policy; layer: Layer; reseller: boolean };

export function standing(field: Field, { view, draft, layer, reseller }: About): Standing {
  const { path, byDefault } = field;
  const mine = valueAt(draft, path);
  const before = valueAt(layer === "floor" ? view.floor : view.own, path);
  const changed = !same(mine, before);
  const here = mine !== undefined;
  if (layer === "floor") {
    const tenant = valueAt(view.own, path);
    return { value: mine ?? (path === "mode" ? NO_MODE : byDefault), here, changed, locked: false, source: here ? "here" : unsaid(field, draft), ...(tenant !== undefined && { tenant }) };
  }
  if (path === "mode" && !view.managed && !here) return { value: NO_MODE, here, changed, locked: false, source: "undecided" };
  const minimum = valueAt(view.floor, path);
  const locked = view.managed && !view.editable.includes(path);
  const applies = valueAt(view.effective, path) ?? byDefault;
  return {
    value: locked ? applies : (mine ?? minimum ?? byDefault),
    here: here && !locked,
    changed,
    locked,
    source: locked ? (reseller ? "floorYou" : "floor") : here ? "here" : minimum !== undefined ? (reseller ? "floorYou" : "floor") : "default",
    ...(minimum !== undefined && !locked && { minimum }),
  };
}
