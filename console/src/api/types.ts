// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import type { components } from "./schema";

type Schemas = components["schemas"];

export type Me = Schemas["Me"];
export type Policy = Schemas["Policy"];
export type PolicyView = Schemas["PolicyView"];
export type Preview = Schemas["Preview"];
export type Method = Schemas["Method"];
export type Mode = NonNullable<Policy["mode"]>;
export type Summary = Schemas["Summary"];
export type UserDetail = Schemas["UserDetail"];
export type Sentence = Schemas["Sentence"];

export const METHODS: readonly Method[] = ["totp", "webauthn", "sms", "email"];
export const MODES: readonly Mode[] = ["off", "optional", "adaptive", "required"];

export const isMethod = (word: string): word is Method => METHODS.some((method) => method === word);
