// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import type { components, paths } from "./schema";

type Schemas = components["schemas"];
type Calls = { [P in keyof paths as P extends `/admin/realms/{realm}/msp-mfa/${infer Name}` ? Name : never]: paths[P] };
type Answer<Call> = Call extends { responses: { 200: { content: { "application/json": infer Body } } } } ? Body : never;
type Query<Call> = Call extends { parameters: { query?: infer Parameters } } ? NonNullable<Parameters> : never;

export type Me = Schemas["Me"];
export type Policy = Schemas["Policy"];
export type PolicyView = Schemas["PolicyView"];
export type Preview = Schemas["Preview"];
export type Method = Schemas["Method"];
export type Mode = NonNullable<Policy["mode"]>;
export type Summary = Schemas["Summary"];
export type User = Schemas["User"];
export type UserDetail = Schemas["UserDetail"];
export type Tenant = Schemas["Tenant"];
export type Sentence = Schemas["Sentence"];
export type Deed = Schemas["Activity"];

export type TenantsSummary = Answer<Calls["tenants/summary"]["get"]>;
export type TenantUser = Answer<Calls["tenants/users"]["get"]>["items"][number];
export type TenantsQuery = Query<Calls["tenants"]["get"]>;
export type UsersQuery = Query<Calls["users"]["get"]>;

export type Page<T> = { items: T[]; next: string | null; total?: number | null };

export const METHODS: readonly Method[] = ["totp", "webauthn", "sms", "email"];
export const MODES: readonly Mode[] = ["off", "optional", "adaptive", "required"];

export const isMethod = (word: string): word is Method => METHODS.some((method) => method === word);
