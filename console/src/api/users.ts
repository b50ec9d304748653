// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answer, api } from "./client";
import type { UsersQuery } from "./types";

const ROOT = "/admin/realms/{realm}/msp-mfa";

export const PAGE = 50;

export function useUsers(realm: string, query: UsersQuery) {
  return useQuery({
    queryKey: ["realm", realm, "users", query],
    queryFn: () => answer(api.GET(`${ROOT}/users`, { params: { path: { realm }, query: { ...query, max: PAGE } } })),
    placeholderData: keepPreviousData,
  });
}

export function useUser(realm: string, id: string) {
  return useQuery({ queryKey: ["realm", realm, "user", id], queryFn: () => answer(api.GET(`${ROOT}/users/{id}`, { params: { path: { realm, id } } })) });
}

export function useSummary(realm: string, enabled: boolean) {
  return useQuery({
    queryKey: ["realm", realm, "summary"],
    queryFn: () => answer(api.GET(`${ROOT}/summary`, { params: { path: { realm } } })),
    enabled,
  });
}

export async function require(realm: string, id: string, required: boolean): Promise<void> {
  await answer(api.PUT(`${ROOT}/users/{id}/required`, { params: { path: { realm, id } }, body: { required } }));
}

/** The names of accounts that were unlinked along with it. */
export async function reset(realm: string, id: string, reason: string): Promise<string[]> {
  const body = await answer(api.POST(`${ROOT}/users/{id}/reset`, { params: { path: { realm, id } }, body: { reason, identityProviders: "remove" } }));
  return body?.identityProviders.removed ?? [];
}

export const makeLink = (realm: string, id: string) =>
  answer(api.POST(`${ROOT}/users/{id}/enrolment-links`, { params: { path: { realm, id } }, body: { ttlSeconds: 600 } }));

export async function unlock(realm: string, id: string): Promise<void> {
  await answer(api.DELETE(`${ROOT}/users/{id}/lock`, { params: { path: { realm, id } } }));
}

export async function forgetDevices(realm: string, id: string): Promise<void> {
  await answer(api.DELETE(`${ROOT}/users/{id}/devices`, { params: { path: { realm, id } } }));
}

export async function forgetDevice(realm: string, id: string, deviceId: string): Promise<void> {
  await answer(api.DELETE(`${ROOT}/users/{id}/devices/{deviceId}`, { params: { path: { realm, id, deviceId } } }));
}
