// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Asks for codes sent by e-mail, and sets up the user's address for them. */
@NullMarked
package io.mspmfa.authenticators.factors.email;

import org.jspecify.annotations.NullMarked;
