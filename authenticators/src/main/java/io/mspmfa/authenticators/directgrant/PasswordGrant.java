// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.directgrant;

import io.mspmfa.providers.attempts.BruteForceDetection;
import io.mspmfa.providers.policy.RealmPolicies;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.cors.Cors;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The second factor in a password grant: in its flow if an execution asks for it, otherwise at the end of the flow. */
public final class PasswordGrant {
    private static final String TOKEN_ENDPOINT = "/protocol/openid-connect/token";

    private PasswordGrant() {}

    /** Whether the request is a password grant. */
    public static boolean isOne(KeycloakSession session) {
        if (!session.getContext().getUri().getPath().endsWith(TOKEN_ENDPOINT)) {
            return false;
        }
        MultivaluedMap<String, String> form =
                session.getContext().getHttpRequest().getDecodedFormParameters();
        return OAuth2Constants.PASSWORD.equals(form.getFirst(OIDCLoginProtocol.GRANT_TYPE_PARAM));
    }

    /**
     * Settles at the end of a flow what its executions have left owing, or ends the request with an OAuth error.
     *
     * @throws CorsErrorResponseException if something is still owed
     */
    public static void settle(RequiredActionContext context) {
        if (!RealmPolicies.isManaged(context.getRealm())) {
            return;
        }
        AuthenticationSessionModel login = context.getAuthenticationSession();
        Optional<GrantError> error = new GrantCheck(context.getSession(), login).check(context.getEvent());
        if (error.isPresent()) {
            throw refusal(context, error.get());
        }
    }

    /**
     * Lets an execution of the flow verify what is owed. On failure, sets the result of the execution.
     *
     * @param context the context of a managed realm; its user must be known
     * @return whether the execution may continue
     */
    public static boolean prove(AuthenticationFlowContext context) {
        EventBuilder event = context.getEvent();
        Optional<GrantError> error =
                new GrantCheck(context.getSession(), context.getAuthenticationSession()).check(event);
        if (error.isEmpty()) {
            return true;
        }
        event.user(context.getUser()).error(error.get().eventError());
        Response answer = error.get().response();
        if (error.get().isFailure()) {
            context.failure(AuthenticationFlowError.INVALID_CREDENTIALS, answer);
        } else {
            context.challenge(answer);
        }
        return false;
    }

    /** Like Keycloak's ResourceOwnerPasswordCredentialsGrantType when a required action is pending. */
    private static CorsErrorResponseException refusal(RequiredActionContext context, GrantError error) {
        KeycloakSession session = context.getSession();
        RealmModel realm = context.getRealm();
        context.getEvent().user(context.getUser()).error(error.eventError());
        if (error.isFailure()) {
            BruteForceDetection.countFailure(session, realm, context.getUser());
        }
        new AuthenticationSessionManager(session)
                .removeAuthenticationSession(realm, context.getAuthenticationSession(), false);
        return new CorsErrorResponseException(
                session.getProvider(Cors.class), error.error(), error.description(), Response.Status.BAD_REQUEST);
    }
}
