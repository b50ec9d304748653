// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.smscodes;

import io.mspmfa.providers.codes.CodeCredentialProviderFactory;
import io.mspmfa.providers.codes.SendLimits;
import io.mspmfa.providers.factors.sms.SmsFactor;
import io.mspmfa.providers.phones.PhoneRegions;
import io.mspmfa.providers.sms.SmsGateways;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Tells Keycloak about codes by text message. Reads {@code --spi-credential--msp-sms--default-region} too: the country, as
 * two letters, whose numbers may be typed without a country code if the user's language names none.
 */
public final class SmsCredentialProviderFactory extends CodeCredentialProviderFactory {
    /** The provider's id, which equals the credential type. */
    public static final String PROVIDER_ID = SmsFactor.TYPE;

    /** Fewer than for e-mail, since each message costs money. */
    private static final SendLimits LIMITS = new SendLimits(500, 2000);

    private static final String REGION = "default-region";

    private @Nullable String region;

    public SmsCredentialProviderFactory() {
        super(LIMITS);
    }

    /** The country whose numbers may be typed without a country code, for a user's language; empty if there is none. */
    public static Optional<String> region(KeycloakSession session, Locale language) {
        SmsCredentialProviderFactory factory = (SmsCredentialProviderFactory)
                session.getKeycloakSessionFactory().getProviderFactory(CredentialProvider.class, PROVIDER_ID);
        return PhoneRegions.of(language, factory.region);
    }

    @Override
    public void init(Config.Scope config) {
        super.init(config);
        String option = config.get(REGION);
        if (option != null && !option.isBlank()) {
            region = known(option.strip().toUpperCase(Locale.ROOT));
        }
    }

    private static String known(String option) {
        if (!PhoneRegions.isKnown(option)) {
            throw new IllegalArgumentException("The option spi-credential--" + PROVIDER_ID + "--" + REGION
                    + " is not a country with phone numbers, as two letters");
        }
        return option;
    }

    @Override
    public void postInit(KeycloakSessionFactory factories) {
        if (SmsGateways.isReady(factories)) {
            var unused = PhoneRegions.load();
        }
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    protected String nameKey() {
        return "msp-sms-display-name";
    }

    @Override
    protected String helpKey() {
        return "msp-sms-help-text";
    }
}
