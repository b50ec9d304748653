// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.gate;

import io.mspmfa.providers.enforcement.login.StandingVerdict;
import io.mspmfa.providers.enforcement.login.UserDebt;
import io.mspmfa.providers.enforcement.realms.ManagedRealms;
import io.mspmfa.providers.enforcement.realms.ManagedSince;
import io.mspmfa.providers.links.EnrolmentLinks;
import io.mspmfa.providers.policy.RealmPolicies;
import io.mspmfa.providers.proof.SessionProofs;
import io.mspmfa.providers.serviceaccounts.ServiceAccounts;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.events.Details;
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

    static final String CLOSED = "A second factor is required of this user, and this grant can't ask for one."
            + " Start a new authorization request in a browser.";

    static final String SENTENCE =
            "This realm requires a second factor, and this session has not passed one. Start a new authorization request in a browser.";

    /** Grants in which nobody sees a page, so that an existing session is not the problem. */
    private static final Set<String> WITHOUT_PAGE =
            Set.of(OAuth2Constants.CIBA_GRANT_TYPE, OAuth2Constants.JWT_AUTHORIZATION_GRANT);

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
        if (!RealmPolicies.isManaged(realm) || user == null || ServiceAccounts.began(session, userSession)) {
            return true;
        }
        if (userSession.getNote(EnrolmentLinks.SESSION_NOTE) != null) {
            return false; // no password led to it
        }
        StandingVerdict verdict = new StandingVerdict(session, userSession);
        return new SessionProofs(session, realm)
                .inSession(userSession)
                .filter(proof -> proof.time() >= ManagedSince.revokedAt(realm))
                .map(verdict::stands)
                .orElseGet(
                        () -> isFromBefore(userSession) ? verdict.standsFromBefore() : !isOwingForTokens(userSession));
    }

    /** Whether the session began before the realm was managed, and has not been revoked since. */
    private static boolean isFromBefore(UserSessionModel userSession) {
        RealmModel realm = userSession.getRealm();
        return userSession.getStarted() < ManagedSince.of(realm)
                && userSession.getStarted() >= ManagedSince.revokedAt(realm);
    }

    private boolean isOwingForTokens(UserSessionModel userSession) {
        return new UserDebt(session, userSession.getRealm(), userSession.getUser()).isOwingForTokens();
    }

    /**
     * Records a refusal, ends the session so that the next visit is a login, and makes sure that the login check is
     * registered for it.
     *
     * @param grant the OAuth grant type; null if there is none
     * @return what to tell the client
     */
    String refused(AuthenticatedClientSessionModel clientSession, @Nullable String grant) {
        String sentence = grant != null && WITHOUT_PAGE.contains(grant) ? CLOSED : SENTENCE;
        UserSessionModel userSession = clientSession.getUserSession();
        RealmModel realm = userSession.getRealm();
        record(
                session,
                grant,
                sentence,
                event -> event.client(clientSession.getClient())
                        .user(userSession.getUser())
                        .session(userSession));
        if (userSession.isOffline()) {
            session.sessions().removeOfflineUserSession(realm, userSession);
        } else {
            session.sessions().removeUserSession(realm, userSession);
        }
        ManagedRealms.align(realm);
        return sentence;
    }

    /**
     * Records a refusal as an event.
     *
     * @param grant the OAuth grant type; null if there is none
     * @param whom adds client, user and session
     */
    static void record(KeycloakSession session, @Nullable String grant, String sentence, Consumer<EventBuilder> whom) {
        EventBuilder event = new EventBuilder(
                session.getContext().getRealm(), session, session.getContext().getConnection());
        whom.accept(event.event(EventType.LOGIN).detail("reason", sentence));
        if (grant != null) {
            event.detail(Details.GRANT_TYPE, grant);
        }
        event.error(EVENT_ERROR);
    }
}
