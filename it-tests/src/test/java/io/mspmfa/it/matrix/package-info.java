// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/**
 * The ways around MFA, one per row: each attack is written once, shown to succeed on stock Keycloak, and then shown to
 * fail in a realm with the reseller's floor.
 */
@NullMarked
package io.mspmfa.it.matrix;

import org.jspecify.annotations.NullMarked;
