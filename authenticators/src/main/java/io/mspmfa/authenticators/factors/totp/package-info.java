// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** How a login asks for the code of an authenticator app. */
@NullMarked
package io.mspmfa.authenticators.factors.totp;

import org.jspecify.annotations.NullMarked;
