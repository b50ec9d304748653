// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.enforcement;

/**
 * The facts about a user that decide whether the user owes a second factor.
 *
 * @param flagged whether a second factor is required of this user individually (K19)
 * @param throughBroker whether an identity provider vouched for this login
 * @param hasExemptRole whether the user has one of the policy's exempt roles
 * @param hasRequiredRole whether the user has one of the policy's required roles, or the policy names none
 */
public record Subject(boolean flagged, boolean throughBroker, boolean hasExemptRole, boolean hasRequiredRole) {}
