// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.gate;

import io.mspmfa.providers.enforcement.login.Admission;
import io.mspmfa.providers.enforcement.realms.ManagedRealms;
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
import org.keycloak.models.UserSessionModel;

/**
 * Stands before tokens and assertions, and refuses those of sessions that are not admitted.
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

    private final KeycloakSession session;

    Gate(KeycloakSession session) {
        this.session = session;
    }

    /** Whether tokens and assertions may be issued. */
    boolean admits(UserSessionModel userSession) {
        return new Admission(session).admits(userSession);
    }

    /**
     * Records a refusal, ends the session so that the next visit is a login, and makes sure that the login check is
     * registered for it.
     *
     * @param grant the OAuth grant type; null if there is none
     * @return what to tell the client
     */
    String refused(AuthenticatedClientSessionModel clientSession, @Nullable String grant) {
        String sentence = nobodySeesAPage(grant) ? CLOSED : SENTENCE;
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

    /** In an exchange of somebody else's token, the session is made by the grant itself. */
    private boolean nobodySeesAPage(@Nullable String grant) {
        boolean external = OAuth2Constants.TOKEN_EXCHANGE_GRANT_TYPE.equals(grant)
                && session.getContext()
                        .getHttpRequest()
                        .getDecodedFormParameters()
                        .containsKey(OAuth2Constants.SUBJECT_ISSUER);
        return external || (grant != null && WITHOUT_PAGE.contains(grant));
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
        event.error(Admission.REFUSED);
    }
}
