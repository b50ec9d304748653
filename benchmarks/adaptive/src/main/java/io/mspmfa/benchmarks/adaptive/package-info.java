// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/**
 * A year of logins of made-up users and attackers, which shows what a threshold of adaptive mode costs and stops. The
 * assumptions are in docs/adaptive.md. Everything is seeded: each run gives the same figures.
 */
@NullMarked
package io.mspmfa.benchmarks.adaptive;

import org.jspecify.annotations.NullMarked;
