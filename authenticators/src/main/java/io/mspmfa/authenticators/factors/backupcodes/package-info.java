// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** How a login asks for a backup code. */
@NullMarked
package io.mspmfa.authenticators.factors.backupcodes;

import org.jspecify.annotations.NullMarked;
