// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Keycloak's own recovery codes, which stand in for a second factor. */
@NullMarked
package io.mspmfa.providers.factors.recoverycodes;

import org.jspecify.annotations.NullMarked;
