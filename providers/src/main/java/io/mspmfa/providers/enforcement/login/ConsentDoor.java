// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.login;

import io.mspmfa.providers.enforcement.realms.Veto;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.ErrorPage;
import org.keycloak.services.messages.Messages;

/**
 * Closes Keycloak's consent page to those who have not met the policy. In Keycloak 26.7.4, a post to it ends any login
 * whose user is known, also from another page, and reports a success (LoginActionsService.processConsent). The gate
 * would refuse the tokens, but a session would stay, and an event that says that the user has signed in.
 */
public final class ConsentDoor {
    private static final String REASON = "This login has not passed a second factor yet.";

    private ConsentDoor() {}

    /** Undoes such a login. */
    public static void inspect(KeycloakSession session, Event event) {
        if (event.getType() != EventType.LOGIN
                || !Details.CONSENT_VALUE_CONSENT_GRANTED.equals(
                        event.getDetails().get(Details.CONSENT))) {
            return;
        }
        // attachSession has put it there; the one of a login by an enrolment link is never stored
        UserSessionModel userSession = session.getContext().getUserSession();
        if (userSession != null && !new Admission(session).admits(userSession)) {
            Veto.enlist(session, new WebApplicationException(page(session)));
            KeycloakModelUtils.runJobInTransaction(
                    session.getKeycloakSessionFactory(), own -> record(own, session, event));
        }
    }

    private static Response page(KeycloakSession session) {
        return ErrorPage.error(session, null, Response.Status.FORBIDDEN, Messages.ACCESS_DENIED);
    }

    private static void record(KeycloakSession own, KeycloakSession session, Event event) {
        RealmModel realm = own.realms().getRealm(event.getRealmId());
        new EventBuilder(realm, own, session.getContext().getConnection())
                .event(EventType.LOGIN)
                .client(event.getClientId())
                .user(event.getUserId())
                .detail(Details.REASON, REASON)
                .error(Admission.REFUSED);
    }
}
