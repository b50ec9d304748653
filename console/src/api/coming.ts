// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
// Calls that the API description doesn't have yet. This file goes as soon as it has them.
import { Problem } from "./problem";
import type { Method, Mode } from "./types";
import type { components, paths } from "./schema";

type Schemas = components["schemas"];

export type User = Schemas["UserBase"] & { isAdmin?: boolean; mustEnrol?: boolean };

export type Tenant = Schemas["Tenant"] & {
  inGrace?: number;
  locked?: number;
  mustEnrol?: number;
  modeSource?: string | null;
  unreadable?: boolean;
  changedAt?: string | null;
};

export type TenantsSummary = {
  tenants: number;
  managed: number;
  compliant: number;
  byMode: Partial<Record<Mode, number>>;
  users: number;
  enrolled: number;
  required: number;
  mustEnrol: number;
  inGrace: number;
  locked: number;
  byMethod: Partial<Record<Method, number>>;
  adminsWithoutMfa: number;
  tenantsWithAdminsWithoutMfa: number;
  unreadable: number;
  countedAt: string;
};

export type TenantUser = { realm: string; displayName: string | null; user: User };

export type Person = { id: string; username: string | null };

export type Deed = {
  seq: number;
  at: string;
  what: string;
  by: (Person & { realm?: string | null }) | null;
  user: Person | null;
  reason: string | null;
  details: Record<string, unknown> | null;
};

export type Page<T> = { items: T[]; next: string | null; total?: number | null };

export type TenantsQuery = {
  search?: string;
  mode?: Mode;
  compliant?: boolean;
  managed?: boolean;
  adminsWithoutMfa?: boolean;
  sort?: "name" | "users" | "enrolledShare" | "adminsWithoutMfa" | "mode";
  order?: "asc" | "desc";
  total?: boolean;
  after?: string;
  max?: number;
};

export type UsersQuery = {
  search?: string;
  enrolled?: boolean;
  method?: Method;
  state?: "mustEnrol" | "inGrace" | "locked" | "required";
  backupCodesBelow?: number;
  admin?: boolean;
  sort?: "username" | "lastChallengeAt";
  order?: "asc" | "desc";
  total?: boolean;
  after?: string;
  max?: number;
};

type Get<Query, Answer> = {
  get: {
    parameters: { path: { realm: string }; query?: Query };
    responses: { 200: { content: { "application/json": Answer } }; 404: { content: { "application/json": Schemas["Error"] } } };
  };
};

type Realms = "/admin/realms/{realm}/msp-mfa";

type Of<Path extends string, Calls> = Record<`${Realms}/${Path}`, Calls>;

export type ComingPaths = Of<"tenants", Get<TenantsQuery, Page<Tenant>> & Pick<paths[`${Realms}/tenants`], "post">> &
  Of<"tenants/summary", Get<never, TenantsSummary>> &
  Of<"tenants/users", Get<{ search: string; after?: string; max?: number }, Page<TenantUser>>> &
  Of<"users", Get<UsersQuery, Page<User>>> &
  Of<"activity", Get<{ user?: string; after?: string; max?: number }, Page<Deed>>> &
  Of<"activity/check", Get<never, { whole: boolean; checked: number; brokenAt: number | null }>>;

/** A server of today refuses parameters that it doesn't know yet. Without them, it answers. */
export async function tolerant<Q extends object, T>(query: Q, call: (query: Q) => Promise<T>): Promise<T> {
  try {
    return await call(query);
  } catch (thrown) {
    const unknown = Problem.of(thrown).fields.filter(({ code }) => code === "not_known").map(({ field }) => field);
    if (unknown.length === 0) throw thrown;
    return call(Object.fromEntries(Object.entries(query).filter(([name]) => !unknown.includes(name))) as Q);
  }
}
