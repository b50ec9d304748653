// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** What the JAR must not change: realms without a policy, and what a login costs. */
@NullMarked
package io.mspmfa.it.stock;

import org.jspecify.annotations.NullMarked;
