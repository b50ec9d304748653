// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The reseller's record of what was done in tenants' realms. */
@NullMarked
package io.mspmfa.providers.enforcement.audit;

import org.jspecify.annotations.NullMarked;
