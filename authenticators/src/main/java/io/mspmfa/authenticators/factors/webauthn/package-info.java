// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Asks for a security key or passkey at login. */
@NullMarked
package io.mspmfa.authenticators.factors.webauthn;

import org.jspecify.annotations.NullMarked;
