// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.branding;

/**
 * A brand that isn't stored, to be looked at.
 *
 * @param id the part of its address that nobody can guess
 */
record Preview(String id, Brand brand) {}
