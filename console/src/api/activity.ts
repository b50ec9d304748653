// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { keepPreviousData, useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { answer, api } from "./client";

const ROOT = "/admin/realms/{realm}/msp-mfa";

export function useActivity(realm: string, user: string | undefined, max: number) {
  return useInfiniteQuery({
    queryKey: ["realm", realm, "activity", user, max],
    queryFn: ({ pageParam }) =>
      answer(api.GET(`${ROOT}/activity`, { params: { path: { realm }, query: { max, ...(user && { user }), ...(pageParam && { after: pageParam }) } } })),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

export function useCheck(realm: string) {
  return useMutation({ mutationFn: () => answer(api.GET(`${ROOT}/activity/check`, { params: { path: { realm } } })) });
}
