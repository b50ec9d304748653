// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answer, api } from "./client";
import type { Policy, TenantsQuery } from "./types";

const master = { realm: "master" };
const ROOT = "/admin/realms/{realm}/msp-mfa";

export const PAGE = 50;

export function useTenants(query: TenantsQuery) {
  return useQuery({
    queryKey: ["tenants", "list", query],
    queryFn: () => answer(api.GET(`${ROOT}/tenants`, { params: { path: master, query: { ...query, max: PAGE } } })),
    placeholderData: keepPreviousData,
  });
}

export function useTenantsSummary() {
  return useQuery({
    queryKey: ["tenants", "summary"],
    queryFn: () => answer(api.GET(`${ROOT}/tenants/summary`, { params: { path: master } })),
  });
}

export function useFoundUsers(search: string, after: string | undefined) {
  return useQuery({
    queryKey: ["tenants", "users", search, after],
    queryFn: () => answer(api.GET(`${ROOT}/tenants/users`, { params: { path: master, query: { search, max: PAGE, ...(after !== undefined && { after }) } } })),
    enabled: search.length >= 2,
    placeholderData: keepPreviousData,
  });
}

/** What people call a tenant; its realm's name where it has no other. */
export function useTenantName(realm: string, enabled: boolean): string {
  const found = useQuery({
    queryKey: ["tenants", "name", realm],
    queryFn: () => answer(api.GET(`${ROOT}/tenants`, { params: { path: master, query: { search: realm, max: PAGE } } })),
    enabled,
    staleTime: 5 * 60_000,
  });
  return found.data?.items.find((tenant) => tenant.realm === realm)?.displayName ?? realm;
}

// Other fields of each floor stay as they are, and none becomes weaker.
const merge = { merge: true };

export const previewFloor = (realms: string[], floor: Policy) =>
  answer(api.POST(`${ROOT}/tenants/floor/preview`, { params: { path: master, query: merge }, body: { realms, floor } }));

export const mergeFloor = (realms: string[], floor: Policy) =>
  answer(api.PUT(`${ROOT}/tenants/floor`, { params: { path: master, query: merge }, body: { realms, floor } }));

export type NewTenant = { realm: string; displayName?: string; floor?: Policy };

export const addTenant = (tenant: NewTenant) => answer(api.POST(`${ROOT}/tenants`, { params: { path: master }, body: tenant }));
