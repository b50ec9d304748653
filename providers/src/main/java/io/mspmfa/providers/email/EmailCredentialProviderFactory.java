// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.email;

import io.mspmfa.providers.codes.SendLimits;
import io.mspmfa.providers.factors.email.EmailFactor;
import org.keycloak.Config;
import org.keycloak.credential.CredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/**
 * Creates {@link EmailCredentialProvider}s. Reads {@code --spi-credential--msp-email--realm-per-hour} and {@code
 * --spi-credential--msp-email--server-per-hour}, how many codes may be sent in an hour.
 */
public final class EmailCredentialProviderFactory implements CredentialProviderFactory<EmailCredentialProvider> {
    /** The provider's id, which equals the credential type. */
    public static final String PROVIDER_ID = EmailFactor.TYPE;

    private static final int REALM_PER_HOUR = 5000;
    private static final int SERVER_PER_HOUR = 20_000;

    private SendLimits limits = new SendLimits(REALM_PER_HOUR, SERVER_PER_HOUR);

    @Override
    public void init(Config.Scope config) {
        limits = new SendLimits(
                config.getInt("realm-per-hour", REALM_PER_HOUR), config.getInt("server-per-hour", SERVER_PER_HOUR));
    }

    @Override
    public EmailCredentialProvider create(KeycloakSession session) {
        return new EmailCredentialProvider(session, limits);
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }
}
