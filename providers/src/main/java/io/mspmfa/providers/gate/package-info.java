// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The gate: refuses tokens and assertions for sessions that owe a second factor, however the sessions came about. */
@NullMarked
package io.mspmfa.providers.gate;

import org.jspecify.annotations.NullMarked;
