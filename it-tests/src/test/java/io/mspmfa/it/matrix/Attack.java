// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

/** A way around MFA: what someone does who has a password, or administers the realm, but has no second factor. */
@FunctionalInterface
interface Attack {

    Loot in(Scene scene);
}
