// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.enforcement;

/**
 * What is known of a user, as far as it decides whether the user owes a second factor.
 *
 * @param flagged whether MFA is required of just this user (K19)
 * @param throughBroker whether an identity provider vouched for this login
 * @param hasExemptRole whether the user has one of the policy's exempt roles
 * @param hasRequiredRole whether the user has one of the policy's required roles, or the policy names none
 */
public record Subject(boolean flagged, boolean throughBroker, boolean hasExemptRole, boolean hasRequiredRole) {}
