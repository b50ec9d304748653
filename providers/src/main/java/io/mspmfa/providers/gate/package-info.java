// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The gate: refuses tokens and assertions of sessions that owe a second factor, however they came to be. */
@NullMarked
package io.mspmfa.providers.gate;

import org.jspecify.annotations.NullMarked;
