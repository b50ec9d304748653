// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.overrides;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.providers.totp.MspOtpCredentialProviderFactory;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.OTPCredentialProviderFactory;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderFactory;

class OverrideCheckTest {
    @Test
    void lostPlacesWhenKeycloaksOwnProviderWonThenNamesSpiProviderAndWinner() {
        assertThat(OverrideCheck.lostPlaces(factories(new OTPCredentialProviderFactory())))
                .anyMatch(place -> place.contains("SPI credential, provider keycloak-otp")
                        && place.contains(OTPCredentialProviderFactory.class.getName()));
    }

    @Test
    void lostPlacesWhenOursWonThenDoesNotNameIt() {
        assertThat(OverrideCheck.lostPlaces(factories(new MspOtpCredentialProviderFactory())))
                .noneMatch(place -> place.contains("keycloak-otp "));
    }

    @Test
    void lostPlacesWhenAKeycloakFeatureIsDisabledThenDoesNotNameIt() {
        assertThat(OverrideCheck.lostPlaces(factories(new MspOtpCredentialProviderFactory())))
                .noneMatch(place -> place.contains("webauthn") || place.contains("recovery"));
    }

    @Test
    void lostPlacesWhenNoProviderIsInPlaceThenNamesIt() {
        assertThat(OverrideCheck.lostPlaces(factories(new MspOtpCredentialProviderFactory())))
                .hasSize(5)
                .allMatch(place -> place.contains("taken by nobody"));
    }

    /** A server whose only provider is the given one, as {@code keycloak-otp}. */
    private static KeycloakSessionFactory factories(ProviderFactory<?> otp) {
        return (KeycloakSessionFactory) Proxy.newProxyInstance(
                OverrideCheckTest.class.getClassLoader(),
                new Class<?>[] {KeycloakSessionFactory.class},
                (proxy, method, arguments) ->
                        arguments[0] == CredentialProvider.class && "keycloak-otp".equals(arguments[1]) ? otp : null);
    }
}
