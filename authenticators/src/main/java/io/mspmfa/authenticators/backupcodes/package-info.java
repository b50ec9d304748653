// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Showing backup codes, once, and making a new set. */
@NullMarked
package io.mspmfa.authenticators.backupcodes;

import org.jspecify.annotations.NullMarked;
