// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** How a login asks for a security key or passkey. */
@NullMarked
package io.mspmfa.authenticators.factors.webauthn;

import org.jspecify.annotations.NullMarked;
