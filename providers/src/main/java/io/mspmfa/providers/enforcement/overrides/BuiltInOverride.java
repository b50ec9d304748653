// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.overrides;

/**
 * Marks a provider factory that replaces one of Keycloak's by having the same id. Keycloak keeps the factory with the
 * higher order (ProviderManager.load).
 */
public interface BuiltInOverride {
    /** Higher than the order of Keycloak's own factories, which is 0 for all that we replace. */
    int ORDER = 10;

    /** For what only changes looks, and so gives way to any other extension that replaces the same. */
    int ORDER_OF_LOOKS = 1;
}
