// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/**
 * A realm's own policy and the reseller's floor above it: shown, written, removed, and tried out beforehand. A change
 * is refused that is weaker than the floor, that shuts out every admin, or whose policy is no longer the one that the
 * caller read.
 */
@NullMarked
package io.mspmfa.providers.admin.policies;

import org.jspecify.annotations.NullMarked;
