// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The second factor at login: codes, replays, locks, backup codes. */
@NullMarked
package io.mspmfa.it.challenge;

import org.jspecify.annotations.NullMarked;
