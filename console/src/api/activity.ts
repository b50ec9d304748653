// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { keepPreviousData, useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { answer, api } from "./client";
import type { Deed } from "./types";

const ROOT = "/admin/realms/{realm}/msp-mfa";

/** Something that was done. `realm` and `displayName` are there in the record of many tenants. */
export type Line = { realm?: string; displayName?: string | null; deed: Deed };

type Asked = { user?: string; byAdministrators?: boolean; max: number };

const rest = (after: string) => (after === "" ? {} : { after });

/** The record of a realm, newest first. */
export function useActivity(realm: string, asked: Asked) {
  return useInfiniteQuery({
    queryKey: ["realm", realm, "activity", asked],
    queryFn: async ({ pageParam }) => {
      const page = await answer(api.GET(`${ROOT}/activity`, { params: { path: { realm }, query: { ...asked, ...rest(pageParam) } } }));
      return { lines: page.items.map((deed): Line => ({ deed })), next: page.next };
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

/** The records of all tenants, newest first. */
export function useTenantsActivity(asked: Omit<Asked, "user">) {
  return useInfiniteQuery({
    queryKey: ["tenants", "activity", asked],
    queryFn: async ({ pageParam }) => {
      const page = await answer(api.GET(`${ROOT}/tenants/activity`, { params: { path: { realm: "master" }, query: { ...asked, ...rest(pageParam) } } }));
      return { lines: page.items.map(({ realm, displayName, activity }): Line => ({ realm, displayName, deed: activity })), next: page.next };
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

export type Activity = ReturnType<typeof useActivity>;

export function useCheck(realm: string) {
  return useMutation({ mutationFn: () => answer(api.GET(`${ROOT}/activity/check`, { params: { path: { realm } } })) });
}
