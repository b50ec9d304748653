// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Keycloak's own second factors: security keys and recovery codes. */
@NullMarked
package io.mspmfa.it.webauthn;

import org.jspecify.annotations.NullMarked;
