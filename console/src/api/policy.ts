// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { useQuery } from "@tanstack/react-query";
import { answer, answerWithTag, api } from "./client";
import type { Policy } from "./types";

const ROOT = "/admin/realms/{realm}/msp-mfa";

export type Layer = "floor" | "own";

export function usePolicy(realm: string, enabled: boolean) {
  return useQuery({
    queryKey: ["realm", realm, "policy"],
    queryFn: async () => {
      const { body, tag } = await answerWithTag(api.GET(`${ROOT}/policy`, { params: { path: { realm } } }));
      return { view: body, tag };
    },
    enabled,
    // A form must not change under one's hands. What was saved elsewhere shows when one saves: 412.
    refetchOnWindowFocus: false,
  });
}

export function usePreview(realm: string, layer: Layer, policy: Policy | null) {
  return useQuery({
    queryKey: ["realm", realm, "preview", layer, policy],
    queryFn: () => answer(api.POST(`${ROOT}/policy/preview`, { params: { path: { realm }, query: { layer } }, body: policy ?? {} })),
    enabled: policy !== null,
    gcTime: 0,
  });
}

export type Saving = { realm: string; layer: Layer; policy: Policy; tag: string | null; revokeSessions?: boolean; force?: boolean };

export async function save({ realm, layer, policy, tag, revokeSessions, force }: Saving): Promise<void> {
  const header = tag === null ? {} : { "If-Match": tag };
  const query = { ...(force && { force }), ...(layer === "floor" && revokeSessions && { revokeSessions }) };
  const params = { path: { realm }, query, header };
  await answer(layer === "floor" ? api.PUT(`${ROOT}/floor`, { params, body: policy }) : api.PUT(`${ROOT}/policy`, { params, body: policy }));
}

export async function remove(realm: string, layer: Layer, tag: string | null): Promise<void> {
  const params = { path: { realm }, header: tag === null ? {} : { "If-Match": tag } };
  await answer(layer === "floor" ? api.DELETE(`${ROOT}/floor`, { params }) : api.DELETE(`${ROOT}/policy`, { params }));
}

export function useRoles(realm: string, search: string, enabled: boolean) {
  return useQuery({
    queryKey: ["realm", realm, "roles", search],
    queryFn: () => answer(api.GET(`${ROOT}/roles`, { params: { path: { realm }, query: { max: 20, ...(search && { search }) } } })),
    enabled,
  });
}
