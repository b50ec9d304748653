// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.smscodes;

import io.mspmfa.providers.codes.CodeCredentialProviderFactory;
import io.mspmfa.providers.codes.SendLimits;
import io.mspmfa.providers.factors.sms.SmsFactor;
import io.mspmfa.providers.phones.PhoneRegions;
import io.mspmfa.providers.phones.ServedNumbers;
import io.mspmfa.providers.sms.SmsGateways;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Tells Keycloak about codes by text message. Reads {@code --spi-credential--msp-sms--default-region} too: the country, as
 * two letters, whose numbers may be typed without a country code if the user's language names none; and {@code
 * --spi-credential--msp-sms--regions}, the countries that messages are sent to, separated by commas.
 */
public final class SmsCredentialProviderFactory extends CodeCredentialProviderFactory {
    /** The provider's id, which equals the credential type. */
    public static final String PROVIDER_ID = SmsFactor.TYPE;

    /** Fewer than for e-mail, since each message costs money. */
    private static final SendLimits LIMITS = new SendLimits(500, 2000);

    private static final String REGION = "default-region";

    private static final String REGIONS = "regions";

    private @Nullable String region;
    private ServedNumbers served = ServedNumbers.ALL;

    public SmsCredentialProviderFactory() {
        super(LIMITS);
    }

    /** The country whose numbers may be typed without a country code, for a user's language; empty if there is none. */
    public static Optional<String> region(KeycloakSession session, Locale language) {
        return PhoneRegions.of(language, of(session).region);
    }

    /** The numbers that messages are sent to. */
    public static ServedNumbers served(KeycloakSession session) {
        return of(session).served;
    }

    private static SmsCredentialProviderFactory of(KeycloakSession session) {
        return (SmsCredentialProviderFactory)
                session.getKeycloakSessionFactory().getProviderFactory(CredentialProvider.class, PROVIDER_ID);
    }

    @Override
    public void init(Config.Scope config) {
        super.init(config);
        region = regions(config, REGION).findFirst().orElse(null);
        served = new ServedNumbers(regions(config, REGIONS).collect(Collectors.toUnmodifiableSet()));
    }

    private static Stream<String> regions(Config.Scope config, String option) {
        return Stream.of(Objects.requireNonNullElse(config.get(option), "").split(","))
                .map(region -> region.strip().toUpperCase(Locale.ROOT))
                .filter(region -> !region.isEmpty())
                .map(region -> known(option, region));
    }

    private static String known(String option, String region) {
        if (!PhoneRegions.isKnown(region)) {
            throw new IllegalArgumentException("The option spi-credential--" + PROVIDER_ID + "--" + option
                    + " names something that is not a country with phone numbers, as two letters");
        }
        return region;
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
