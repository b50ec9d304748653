// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.gate;

import io.mspmfa.core.proof.Proof;
import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.enforcement.login.UserDebt;
import io.mspmfa.providers.enforcement.realms.ManagedRealms;
import io.mspmfa.providers.enforcement.realms.ManagedSince;
import io.mspmfa.providers.links.EnrolmentLinks;
import io.mspmfa.providers.policy.RealmPolicies;
import io.mspmfa.providers.proof.SessionProofs;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/**
 * Decides whether a user session may be turned into tokens or assertions. Fails closed in managed realms; in others it
 * has no effect. Reads the session's signed proof, and accesses the database only for sessions that have none.
 */
final class Gate {
    /** The OAuth error of a refusal. */
    static final String ERROR = "interaction_required";

    static final String SENTENCE =
            "This realm requires a second factor, and this session has not passed one. Sign in again with a browser.";

    /** The error in the event of a refusal. */
    private static final String EVENT_ERROR = "msp_mfa_required";

    private final KeycloakSession session;

    Gate(KeycloakSession session) {
        this.session = session;
    }

    /** Whether tokens and assertions may be issued. */
    boolean admits(UserSessionModel userSession) {
        RealmModel realm = userSession.getRealm();
        UserModel user = userSession.getUser();
        if (!RealmPolicies.isManaged(realm) || user == null || user.getServiceAccountClientLink() != null) {
            return true;
        }
        if (userSession.getNote(EnrolmentLinks.SESSION_NOTE) != null) {
            return false; // no password led to it
        }
        return new SessionProofs(session, realm)
                .inSession(userSession)
                .filter(proof -> proof.time() >= ManagedSince.revokedAt(realm))
                .map(proof -> holds(proof, userSession))
                .orElseGet(() -> isFromBefore(userSession) || !isOwing(userSession));
    }

    /** Whether the session began before the realm was managed, and has not been revoked since. */
    private static boolean isFromBefore(UserSessionModel userSession) {
        RealmModel realm = userSession.getRealm();
        return userSession.getStarted() < ManagedSince.of(realm)
                && userSession.getStarted() >= ManagedSince.revokedAt(realm);
    }

    /** Any reason signed by the login check is valid as long as its session, except for postponing, which expires. */
    private boolean holds(Proof proof, UserSessionModel userSession) {
        return !(proof instanceof Proof.ByGrace grace) || grace.end() > ServerTime.seconds() || !isOwing(userSession);
    }

    private boolean isOwing(UserSessionModel userSession) {
        return new UserDebt(session, userSession.getRealm(), userSession.getUser()).isOwing();
    }

    /**
     * Records a refusal, ends the session so that the next visit is a login, and makes sure that the login check is
     * registered for it.
     */
    void refused(AuthenticatedClientSessionModel clientSession) {
        UserSessionModel userSession = clientSession.getUserSession();
        RealmModel realm = userSession.getRealm();
        new EventBuilder(realm, session, session.getContext().getConnection())
                .event(EventType.LOGIN)
                .client(clientSession.getClient())
                .user(userSession.getUser())
                .session(userSession)
                .detail("reason", SENTENCE)
                .error(EVENT_ERROR);
        if (userSession.isOffline()) {
            session.sessions().removeOfflineUserSession(realm, userSession);
        } else {
            session.sessions().removeUserSession(realm, userSession);
        }
        ManagedRealms.align(realm);
    }
}
