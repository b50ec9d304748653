// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import type { Texts } from "../en";
import { activity } from "./activity";
import { common } from "./common";
import { policy } from "./policy";
import { problems } from "./problems";
import { tenants } from "./tenants";
import { users } from "./users";

export const de: Texts = { ...common, activity, policy, problems, tenants, users };
