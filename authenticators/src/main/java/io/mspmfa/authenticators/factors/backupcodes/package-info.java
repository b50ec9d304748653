// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Asks for a backup code at login. */
@NullMarked
package io.mspmfa.authenticators.factors.backupcodes;

import org.jspecify.annotations.NullMarked;
