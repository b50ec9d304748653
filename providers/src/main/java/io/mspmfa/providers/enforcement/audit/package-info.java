// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The reseller's record of what a tenant's administrators did. */
@NullMarked
package io.mspmfa.providers.enforcement.audit;

import org.jspecify.annotations.NullMarked;
