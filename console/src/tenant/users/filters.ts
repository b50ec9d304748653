// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { useCallback } from "react";
import { useSearchParams } from "react-router-dom";
import type { UsersQuery } from "../../api/types";
import { METHODS } from "../../api/types";
import { FEW_CODES } from "./state";

export const STATES = ["all", "protected", "mustEnrol", "inGrace", "locked", "none", "required", "fewCodes", "admins", "adminsWithout"] as const;

export type StateFilter = (typeof STATES)[number];

const AS_QUERY: Record<StateFilter, UsersQuery> = {
  all: {},
  protected: { enrolled: true },
  mustEnrol: { state: "mustEnrol" },
  inGrace: { state: "inGrace" },
  locked: { state: "locked" },
  none: { enrolled: false },
  required: { state: "required" },
  fewCodes: { backupCodesBelow: FEW_CODES },
  admins: { admin: true },
  adminsWithout: { admin: true, enrolled: false },
};

/** The filters are part of the address, so that a link, a reload and the way back keep them. */
export function useFilters() {
  const [params, setParams] = useSearchParams();
  const get = (name: string) => params.get(name) ?? "";
  const set = useCallback(
    (values: Record<string, string>) =>
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
  const state = STATES.find((each) => each === get("state")) ?? "all";
  const method = METHODS.find((each) => each === get("method"));
  const sort = get("sort") === "lastChallengeAt" ? ("lastChallengeAt" as const) : ("username" as const);
  const order = get("order") === "desc" ? ("desc" as const) : ("asc" as const);
  const query: UsersQuery = {
    ...AS_QUERY[state],
    ...(get("search") && { search: get("search") }),
    ...(method && { method }),
    ...((sort !== "username" || order !== "asc") && { sort, order }),
  };
  return { search: get("search"), state, method, sort, order, user: get("user"), query, set };
}
