// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/**
 * Realms in numbers: how many users there are, how many have a factor, how many still owe one. A count takes the same
 * few statements for one realm as for a page of tenants, and never reads users one by one.
 */
@NullMarked
package io.mspmfa.providers.admin.summary;

import org.jspecify.annotations.NullMarked;
