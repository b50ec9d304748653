// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.selfservice;

import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.actiontoken.AbstractActionTokenHandler;
import org.keycloak.authentication.actiontoken.ActionTokenContext;
import org.keycloak.authentication.actiontoken.DefaultActionToken;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;
import org.keycloak.services.ErrorPageException;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Enrolment links were Keycloak's action tokens once. One that somebody still has is answered like any link that is no
 * longer valid, in the words of our page: without a handler, Keycloak would tell its holder to sign in again.
 */
public final class FormerLinks extends AbstractActionTokenHandler<DefaultActionToken> {
    /** For Keycloak. */
    public FormerLinks() {
        super(
                LinkOpening.ACTION,
                DefaultActionToken.class,
                LinkOpening.DEAD,
                EventType.EXECUTE_ACTION_TOKEN,
                Errors.EXPIRED_CODE);
    }

    /** Before anything is created for it. */
    @Override
    public AuthenticationSessionModel startFreshAuthenticationSession(
            DefaultActionToken token, ActionTokenContext<DefaultActionToken> context) {
        throw new ErrorPageException(context.getSession(), Response.Status.BAD_REQUEST, LinkOpening.DEAD);
    }

    @Override
    public Response handleToken(DefaultActionToken token, ActionTokenContext<DefaultActionToken> context) {
        throw new IllegalStateException("No login begins with it");
    }
}
