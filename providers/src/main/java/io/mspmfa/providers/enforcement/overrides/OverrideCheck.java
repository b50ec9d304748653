// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.overrides;

import io.mspmfa.providers.log.LogText;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.common.Version;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;

/** Checks at start-up that no other extension has replaced the providers that we replace. */
public final class OverrideCheck {
    private static final Logger LOG = Logger.getLogger(OverrideCheck.class);

    private static final List<Place> PLACES = List.of(
            new Place("credential", CredentialProvider.class, "keycloak-otp"),
            new Place("credential", CredentialProvider.class, "keycloak-webauthn"),
            new Place("credential", CredentialProvider.class, "keycloak-webauthn-passwordless"),
            new Place("credential", CredentialProvider.class, "keycloak-recovery-authn-codes"),
            new Place("authenticator", Authenticator.class, "auth-otp-form"),
            new Place("authenticator", Authenticator.class, "reset-otp"),
            new Place("authenticator", Authenticator.class, "user-session-limits"),
            new Place("authenticator", Authenticator.class, "direct-grant-validate-otp"),
            new Place("required-action", RequiredActionProvider.class, "CONFIGURE_TOTP"),
            new Place("required-action", RequiredActionProvider.class, "CONFIGURE_RECOVERY_AUTHN_CODES"),
            new Place("required-action", RequiredActionProvider.class, "webauthn-register"),
            new Place("required-action", RequiredActionProvider.class, "webauthn-register-passwordless"));

    private OverrideCheck() {}

    /**
     * Providers that belong to optional features of Keycloak; if the feature is disabled, a missing provider is not an
     * error.
     */
    private static final Set<String> FEATURES = Set.of(
            "keycloak-webauthn",
            "keycloak-webauthn-passwordless",
            "keycloak-recovery-authn-codes",
            "CONFIGURE_RECOVERY_AUTHN_CODES",
            "webauthn-register",
            "webauthn-register-passwordless");

    private record Place(String spi, Class<? extends Provider> type, String id) {
        boolean isLost(KeycloakSessionFactory factories) {
            ProviderFactory<?> factory = factories.getProviderFactory(type, id);
            return factory == null ? !FEATURES.contains(id) : !(factory instanceof BuiltInOverride);
        }

        String describe(KeycloakSessionFactory factories) {
            ProviderFactory<?> factory = factories.getProviderFactory(type, id);
            String taker = factory == null ? "nobody" : factory.getClass().getName();
            return "SPI " + spi + ", provider " + id + " (taken by " + taker + ")";
        }
    }

    /** Logs one error that names every provider that is not ours. */
    public static void run(KeycloakSessionFactory factories) {
        List<String> lost = lostPlaces(factories);
        if (!lost.isEmpty()) {
            LOG.errorf(
                    "MSP MFA does not protect logins on this Keycloak %s: %s. Remove the other extension, or use a "
                            + "version of MSP MFA that is made for this Keycloak.",
                    LogText.of(Version.VERSION), LogText.of(String.join("; ", lost)));
        }
    }

    /** The providers that are not ours, described in words. */
    static List<String> lostPlaces(KeycloakSessionFactory factories) {
        return PLACES.stream()
                .filter(place -> place.isLost(factories))
                .map(place -> place.describe(factories))
                .toList();
    }
}
