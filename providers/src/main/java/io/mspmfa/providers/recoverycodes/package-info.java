// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Keycloak's own recovery codes, made safe enough to count as a proof. */
@NullMarked
package io.mspmfa.providers.recoverycodes;

import org.jspecify.annotations.NullMarked;
