// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { QueryClient } from "@tanstack/react-query";
import { lazy, type ComponentType } from "react";
import { Problem } from "./api/problem";

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // What the server has refused, it refuses again.
      retry: (failures, thrown) => failures < 1 && [0, 502, 503, 504].includes(Problem.of(thrown).status),
    },
  },
});

/** A page whose code is fetched when it is needed. Counts as a call, so that `main` is busy meanwhile. */
export function page<Props>(name: string, load: () => Promise<{ default: ComponentType<Props> }>) {
  return lazy(() => queries.query({ queryKey: ["page", name], queryFn: load, structuralSharing: false, staleTime: Infinity, retry: false }));
}
