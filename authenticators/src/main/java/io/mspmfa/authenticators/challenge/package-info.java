// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Asks for a second factor at login, and again before changes. */
@NullMarked
package io.mspmfa.authenticators.challenge;

import org.jspecify.annotations.NullMarked;
