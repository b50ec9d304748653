// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

/** One way around MFA: what somebody does who has a password, or administers the realm, but has no second factor. */
@FunctionalInterface
interface Attack {

    Loot in(Scene scene);
}
