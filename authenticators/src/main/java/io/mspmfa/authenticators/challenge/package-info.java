// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Asking for a second factor: at login, and again before a change. */
@NullMarked
package io.mspmfa.authenticators.challenge;

import org.jspecify.annotations.NullMarked;
