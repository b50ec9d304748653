// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

/**
 * An enrolment link as the REST API shows it, once.
 *
 * @param url the address for the user to open
 * @param expiresAt when the link expires
 */
record LinkView(String url, String expiresAt) {}
