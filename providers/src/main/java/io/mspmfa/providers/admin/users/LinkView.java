// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

/**
 * An enrolment link as the REST shows it, once.
 *
 * @param url which the user opens
 * @param expiresAt after which it leads nowhere
 */
record LinkView(String url, String expiresAt) {}
