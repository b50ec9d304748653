// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Asks for the code of an authenticator app at login. */
@NullMarked
package io.mspmfa.authenticators.factors.totp;

import org.jspecify.annotations.NullMarked;
