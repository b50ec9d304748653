// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { useQuery } from "@tanstack/react-query";
import { answer, api } from "./client";
import type { Me } from "./types";

export function useMe(realm: string) {
  return useQuery({
    queryKey: ["me", realm],
    queryFn: () => answer(api.GET("/admin/realms/{realm}/msp-mfa/me", { params: { path: { realm } } })),
    staleTime: 5 * 60_000,
  });
}

export type Rights = { view: boolean; manage: boolean; viewPolicy: boolean; policy: boolean; floor: boolean };

/** What the caller may do in one realm. In `master`, rights on its own users have names of their own; those on its policy don't. */
export function rights({ may }: Pick<Me, "may">, realm: string): Rights {
  const has = (right: Me["may"][number]) => may.includes(right);
  if (realm === "master") return { view: has("viewTeam"), manage: has("manageTeam"), viewPolicy: has("viewPolicy"), policy: has("policy"), floor: false };
  return { view: has("view"), manage: has("manage"), viewPolicy: has("viewPolicy") || has("view"), policy: has("policy"), floor: has("floor") };
}

export const nameOf = ({ firstName, lastName, username }: Pick<Me, "firstName" | "lastName" | "username">) =>
  [firstName, lastName].filter(Boolean).join(" ") || username;
