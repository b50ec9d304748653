// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Several nodes of one Keycloak: what one of them has seen holds on the others. */
@NullMarked
package io.mspmfa.it.cluster;

import org.jspecify.annotations.NullMarked;
