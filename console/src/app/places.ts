// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import type { Me } from "../api/types";

type Place = { name: "tenants" | "find" | "activity" | "realm" | "team"; to: string; here: (path: string) => boolean };

const under = (start: string) => (path: string) => path === start || path.startsWith(start + "/");

const TENANTS: readonly Place[] = [
  { name: "tenants", to: "/tenants", here: under("/tenants") },
  { name: "find", to: "/find", here: under("/find") },
  { name: "activity", to: "/activity", here: under("/activity") },
];

const REALM: readonly Place[] = [
  { name: "realm", to: "/realm", here: (path) => under("/realm")(path) && !under("/realm/activity")(path) },
  { name: "activity", to: "/realm/activity", here: under("/realm/activity") },
];

const TEAM: Place = { name: "team", to: "/team", here: under("/team") };

/** Where the caller can go. Nowhere, without any right. */
export function places({ side, may }: Pick<Me, "side" | "may">): readonly Place[] {
  if (side === "tenant") return may.length > 0 ? REALM : [];
  return [...(may.includes("view") || may.includes("createTenant") ? TENANTS : []), ...(may.includes("viewTeam") ? [TEAM] : [])];
}
