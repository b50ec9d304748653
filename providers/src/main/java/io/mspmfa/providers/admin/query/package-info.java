// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/**
 * Conditions in HQL that more than one room asks the database with: whom a policy asks, who holds a role, which text
 * contains a part. They only say who is meant. What is counted, listed or refused because of it is said where it is
 * asked.
 */
@NullMarked
package io.mspmfa.providers.admin.query;

import org.jspecify.annotations.NullMarked;
