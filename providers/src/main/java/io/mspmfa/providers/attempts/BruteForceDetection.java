// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.attempts;

import io.mspmfa.providers.compatibility.FailedLogin;
import io.mspmfa.providers.factors.totp.TotpFactor;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.BruteForceProtector;

/** Keycloak's own brute-force detection, if the realm has enabled it. Our {@link Attempts} count in any case (P2). */
public final class BruteForceDetection {
    /**
     * The category under which the failures of all factors are reported: one of the three that Keycloak counts
     * (DefaultBruteForceProtector.ALLOWED_AUTHENTICATION_CATEGORIES, P1).
     */
    public static final String CATEGORY = TotpFactor.TYPE;

    private BruteForceDetection() {}

    /** Reports a wrong code. */
    public static void countFailure(KeycloakSession session, RealmModel realm, UserModel user) {
        if (realm.isBruteForceProtected()) {
            FailedLogin.report(session, realm, user, CATEGORY);
        }
    }

    /** Whether the user is locked, even if this happened after the login began. */
    public static boolean isLocked(KeycloakSession session, RealmModel realm, UserModel user) {
        return AuthenticatorUtils.getDisabledByBruteForceEventError(
                        session.getProvider(BruteForceProtector.class), session, realm, user)
                != null;
    }
}
