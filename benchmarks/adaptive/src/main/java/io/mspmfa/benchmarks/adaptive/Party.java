// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.benchmarks.adaptive;

/** Somebody who logs in. */
sealed interface Party permits Habit, Attacker {
    /** As in the tables of the documentation. */
    String title();
}
