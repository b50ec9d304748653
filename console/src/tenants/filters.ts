// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { useCallback } from "react";
import { useSearchParams } from "react-router-dom";
import type { TenantsQuery } from "../api/types";
import { MODES } from "../api/types";

export const STATUSES = ["compliant", "notCompliant", "notManaged", "adminsWithout", "mustEnrol", "locked", "unreadable"] as const;
export const SORTS = ["name", "mode", "enrolledShare", "adminsWithoutMfa"] as const;

export type StatusFilter = (typeof STATUSES)[number];
export type SortName = (typeof SORTS)[number];

const AS_QUERY: Record<StatusFilter, TenantsQuery> = {
  compliant: { compliant: true },
  notCompliant: { compliant: false },
  notManaged: { managed: false },
  adminsWithout: { adminsWithoutMfa: true },
  mustEnrol: { mustEnrol: true },
  locked: { locked: true },
  unreadable: { unreadable: true },
};

/** Filters and order are part of the address. The worst tenants come first. */
export function useTenantFilters() {
  const [params, setParams] = useSearchParams();
  const get = (name: string) => params.get(name) ?? "";
  const set = useCallback(
    (values: Partial<Record<"search" | "mode" | "status" | "sort" | "order", string>>) =>
      setParams(
        (now) => {
          for (const [name, value] of Object.entries(values)) {
            if (value) now.set(name, value);
            else now.delete(name);
          }
          return now;
        },
        { replace: true },
      ),
    [setParams],
  );
  const mode = MODES.find((each) => each === get("mode"));
  const status = STATUSES.find((each) => each === get("status"));
  const sort = SORTS.find((each) => each === get("sort")) ?? "adminsWithoutMfa";
  const order = get("order") === "asc" || get("order") === "desc" ? (get("order") as "asc" | "desc") : sort === "adminsWithoutMfa" ? "desc" : "asc";
  const query: TenantsQuery = { sort, order, ...(get("search") && { search: get("search") }), ...(mode && { mode }), ...(status && AS_QUERY[status]) };
  return { search: get("search"), mode, status, sort, order, query, filtered: [get("search"), mode, status].some(Boolean), set };
}

export type TenantFilters = ReturnType<typeof useTenantFilters>;
