// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.attempts;

import io.mspmfa.providers.factors.totp.TotpFactor;
import java.util.Set;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.BruteForceProtector;

/** Keycloak's own brute-force detection, where the realm has it on. Our {@link Attempts} count in any case (P2). */
public final class BruteForceDetection {
    /**
     * The category in which every factor's failures are told: one of the three that Keycloak heeds
     * (DefaultBruteForceProtector.ALLOWED_AUTHENTICATION_CATEGORIES, P1).
     */
    public static final String CATEGORY = TotpFactor.TYPE;

    private BruteForceDetection() {}

    /** Tells of a wrong code. */
    public static void countFailure(KeycloakSession session, RealmModel realm, UserModel user) {
        if (realm.isBruteForceProtected()) {
            session.getProvider(BruteForceProtector.class)
                    .failedLogin(
                            realm,
                            user,
                            session.getContext().getConnection(),
                            session.getContext().getUri(),
                            Set.of(CATEGORY));
        }
    }

    /** Whether the user is locked, also where that happened since the login began. */
    public static boolean isLocked(KeycloakSession session, RealmModel realm, UserModel user) {
        return AuthenticatorUtils.getDisabledByBruteForceEventError(
                        session.getProvider(BruteForceProtector.class), session, realm, user)
                != null;
    }
}
