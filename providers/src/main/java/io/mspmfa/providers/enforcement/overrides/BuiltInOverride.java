// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.overrides;

/**
 * Marks a provider factory that takes the place of one of Keycloak's by having the same id. Keycloak keeps the factory
 * with the higher order (ProviderManager.load).
 */
public interface BuiltInOverride {
    /** Above Keycloak's own, which are 0 for all that we override. */
    int ORDER = 10;
}
