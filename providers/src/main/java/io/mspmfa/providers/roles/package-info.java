// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The roles with which a reseller sees and sets the policy of a realm. */
@NullMarked
package io.mspmfa.providers.roles;

import org.jspecify.annotations.NullMarked;
