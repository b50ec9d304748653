// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/**
 * Realms in numbers: how many users there are, have a factor, or still owe one. A count costs the same few statements
 * for one realm as for a page of tenants, and never reads users one by one.
 */
@NullMarked
package io.mspmfa.providers.admin.summary;

import org.jspecify.annotations.NullMarked;
