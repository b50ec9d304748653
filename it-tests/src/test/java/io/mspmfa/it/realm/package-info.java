// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** One realm per test class with its users, clients, policy and events, created through the admin REST API. */
@NullMarked
package io.mspmfa.it.realm;

import org.jspecify.annotations.NullMarked;
