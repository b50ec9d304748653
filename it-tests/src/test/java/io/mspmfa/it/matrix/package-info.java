// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/**
 * The ways around MFA, one row each: an attack, written once, is shown to work on stock Keycloak and then to fail in a realm
 * with the reseller's floor.
 */
@NullMarked
package io.mspmfa.it.matrix;

import org.jspecify.annotations.NullMarked;
