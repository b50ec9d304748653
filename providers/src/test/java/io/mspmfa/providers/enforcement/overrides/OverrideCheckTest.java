// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.overrides;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.providers.totp.MspOtpCredentialProviderFactory;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keycloak.authentication.AuthenticatorSpi;
import org.keycloak.authentication.RequiredActionSpi;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.CredentialSpi;
import org.keycloak.credential.OTPCredentialProviderFactory;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderFactory;

class OverrideCheckTest {
    @Test
    void findingsWhenKeycloaksOwnProviderWonThenNamesSpiProviderAndWinner() {
        assertThat(OverrideCheck.findings(factories(new OTPCredentialProviderFactory())))
                .anyMatch(place -> place.contains("SPI credential, provider keycloak-otp")
                        && place.contains(OTPCredentialProviderFactory.class.getName()));
    }

    @Test
    void findingsWhenOursWonThenDoesNotNameIt() {
        assertThat(OverrideCheck.findings(factories(new MspOtpCredentialProviderFactory())))
                .noneMatch(place -> place.contains("keycloak-otp "));
    }

    @Test
    void findingsWhenAKeycloakFeatureIsDisabledThenDoesNotNameIt() {
        assertThat(OverrideCheck.findings(factories(new MspOtpCredentialProviderFactory())))
                .noneMatch(place -> place.contains("webauthn") || place.contains("recovery"));
    }

    @Test
    void findingsWhenNoProviderIsInPlaceThenNamesIt() {
        assertThat(OverrideCheck.findings(factories(new MspOtpCredentialProviderFactory())))
                .hasSize(8)
                .allMatch(place -> place.contains("taken by nobody"));
    }

    /** A server whose only provider is the given one, as {@code keycloak-otp}. */
    private static KeycloakSessionFactory factories(ProviderFactory<?> otp) {
        return (KeycloakSessionFactory) Proxy.newProxyInstance(
                OverrideCheckTest.class.getClassLoader(),
                new Class<?>[] {KeycloakSessionFactory.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getSpis" -> Set.of(new CredentialSpi(), new AuthenticatorSpi(), new RequiredActionSpi());
                    case "getProviderFactory" ->
                        arguments[0] == CredentialProvider.class && "keycloak-otp".equals(arguments[1]) ? otp : null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
