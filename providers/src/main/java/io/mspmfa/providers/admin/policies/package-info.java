// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/**
 * A realm's own policy and the reseller's floor above it: shown, written, removed and previewed. A change is refused if
 * it is weaker than the floor, if it locks out every administrator, or if the policy is no longer the one that the
 * caller has read.
 */
@NullMarked
package io.mspmfa.providers.admin.policies;

import org.jspecify.annotations.NullMarked;
