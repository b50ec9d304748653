// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.overrides;

import io.mspmfa.providers.compatibility.ServerCheck;
import io.mspmfa.providers.ids.ActionIds;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Checks that our providers are in the places that enforcement relies on: nobody else, and not Keycloak's own. */
public final class OverrideCheck {
    private static final List<Place> PLACES = List.of(
            new Place("required-action", ActionIds.LOGIN_CHECK, Need.ALWAYS),
            new Place("token-interceptor", ActionIds.LOGIN_CHECK, Need.ALWAYS),
            new Place("saml-authentication-preprocessor", ActionIds.LOGIN_CHECK, Need.ALWAYS),
            new Place("credential", "keycloak-otp", Need.ALWAYS),
            new Place("credential", "keycloak-webauthn", Need.IF_ENABLED),
            new Place("credential", "keycloak-webauthn-passwordless", Need.IF_ENABLED),
            new Place("credential", "keycloak-recovery-authn-codes", Need.IF_ENABLED),
            new Place("authenticator", "auth-otp-form", Need.ALWAYS),
            new Place("authenticator", "reset-otp", Need.ALWAYS),
            new Place("authenticator", "user-session-limits", Need.ALWAYS),
            new Place("authenticator", "direct-grant-validate-otp", Need.ALWAYS),
            new Place("required-action", "CONFIGURE_TOTP", Need.ALWAYS),
            new Place("required-action", "CONFIGURE_RECOVERY_AUTHN_CODES", Need.IF_ENABLED),
            new Place("required-action", "webauthn-register", Need.IF_ENABLED),
            new Place("required-action", "webauthn-register-passwordless", Need.IF_ENABLED));

    private OverrideCheck() {}

    private enum Need {
        ALWAYS,
        /** Belongs to an optional feature of Keycloak; if that is disabled, nobody has to be in the place. */
        IF_ENABLED
    }

    /** By the name of the SPI, because its class is missing where the SPI is. */
    private record Place(String spi, String id, Need need) {
        Optional<ProviderFactory<?>> taker(KeycloakSessionFactory factories) {
            return factories.getSpis().stream()
                    .filter(candidate -> candidate.getName().equals(spi))
                    .map(Spi::getProviderClass)
                    .findFirst()
                    .map(type -> factories.getProviderFactory(type, id));
        }

        boolean isLost(KeycloakSessionFactory factories) {
            return taker(factories).map(factory -> !ServerCheck.isOurs(factory)).orElse(need == Need.ALWAYS);
        }

        String describe(KeycloakSessionFactory factories) {
            String taker = taker(factories)
                    .map(factory -> factory.getClass().getName())
                    .orElse("nobody");
            return "SPI " + spi + ", provider " + id + " (taken by " + taker + ")";
        }
    }

    /** The providers that are not ours, described in words. */
    public static List<String> findings(KeycloakSessionFactory factories) {
        return PLACES.stream()
                .filter(place -> place.isLost(factories))
                .map(place -> place.describe(factories))
                .toList();
    }
}
