// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.provider;

import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.storage.UserStorageProviderFactory;

/** A read-only directory with the users {@code readonly1} to {@code readonly9}. */
public final class ReadOnlyUserStorageProviderFactory
        implements UserStorageProviderFactory<ReadOnlyUserStorageProvider> {

    static final String PROVIDER_ID = "msp-mfa-test-readonly";

    @Override
    public ReadOnlyUserStorageProvider create(KeycloakSession session, ComponentModel model) {
        return new ReadOnlyUserStorageProvider(session, model);
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }
}
