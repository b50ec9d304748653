// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.provider;

import java.util.List;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.storage.UserStorageProviderFactory;

/**
 * A read-only directory with the users {@code readonly1} to {@code readonly9}, whose e-mail addresses are in the
 * {@code domain} of its configuration, and verified if that says so ({@code emailVerified}).
 */
public final class ReadOnlyUserStorageProviderFactory
        implements UserStorageProviderFactory<ReadOnlyUserStorageProvider> {

    static final String DOMAIN = "domain";
    static final String EMAIL_VERIFIED = "emailVerified";
    static final String PROVIDER_ID = "msp-mfa-test-readonly";

    @Override
    public ReadOnlyUserStorageProvider create(KeycloakSession session, ComponentModel model) {
        return new ReadOnlyUserStorageProvider(session, model);
    }

    /** Keycloak stores no other options. */
    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(DOMAIN)
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .property()
                .name(EMAIL_VERIFIED)
                .type(ProviderConfigProperty.BOOLEAN_TYPE)
                .add()
                .build();
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }
}
