// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.provider;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserLoginFailureModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.managers.BruteForceProtector;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What Keycloak's detection has counted, once it is done: it counts in another thread, and turns every login of the
 * user away until that thread has ended, which is a moment after the count can be read
 * (DefaultBlockingBruteForceProtector).
 */
final class DetectedFailures {
    private final KeycloakSessionFactory sessions;

    DetectedFailures(KeycloakSessionFactory sessions) {
        this.sessions = sessions;
    }

    /** The number of failures, or -1 while the detection turns the user's logins away. */
    int of(RealmModel realm, UserModel user) {
        if (turnsAway(realm, user)) {
            return -1;
        }
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, session -> {
            UserLoginFailureModel failures = session.loginFailures().getUserLoginFailure(realm, user.getId());
            return failures == null ? 0 : failures.getNumFailures();
        });
    }

    /** Asks as a login would, and leaves nothing behind. */
    private boolean turnsAway(RealmModel realm, UserModel user) {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, session -> {
            session.getTransactionManager().setRollbackOnly();
            session.getContext().setRealm(realm);
            session.getContext().setAuthenticationSession(login(session, realm));
            return session.getProvider(BruteForceProtector.class).isTemporarilyDisabled(session, realm, user);
        });
    }

    private static AuthenticationSessionModel login(KeycloakSession session, RealmModel realm) {
        return session.authenticationSessions()
                .createRootAuthenticationSession(realm)
                .createAuthenticationSession(realm.getClientByClientId("account"));
    }
}
