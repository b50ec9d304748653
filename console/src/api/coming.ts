// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
// Calls that the API description doesn't have yet. This file goes as soon as it has them.
import type { paths } from "./schema";
import type { Page } from "./types";

type Person = { id: string; username: string | null };

export type Deed = {
  seq: number;
  at: string;
  what: string;
  by: (Person & { realm?: string | null }) | null;
  user: Person | null;
  reason: string | null;
  details: Record<string, unknown> | null;
};

type Get<Query, Answer> = {
  get: {
    parameters: { path: { realm: string }; query?: Query };
    responses: { 200: { content: { "application/json": Answer } } };
  };
};

type Of<Path extends string, Calls> = Record<`/admin/realms/{realm}/msp-mfa/${Path}`, Calls>;

type ComingPaths = Of<"activity", Get<{ user?: string; after?: string; max?: number }, Page<Deed>>> &
  Of<"activity/check", Get<never, { whole: boolean; checked: number; brokenAt: number | null }>>;

export type AllPaths = Omit<paths, keyof ComingPaths> & ComingPaths;
