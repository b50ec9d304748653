// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.gate;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.token.TokenInterceptorException;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.services.ErrorPage;
import org.keycloak.services.messages.Messages;

/** Checks every OIDC token response: TokenManager.AccessTokenResponseBuilder.build calls it, whatever the grant. */
final class TokenGate implements TokenPostProcessor {
    private static final Pattern BROWSER_PATHS = Pattern.compile("/(login-actions|broker)/|/openid-connect/auth$");

    private final KeycloakSession session;
    private final Gate gate;

    TokenGate(KeycloakSession session) {
        this.session = session;
        this.gate = new Gate(session);
    }

    @Override
    public void process(TokenPostProcessorContext context) {
        AuthenticatedClientSessionModel clientSession = context.clientSessionCtx() == null
                ? null
                : context.clientSessionCtx().getClientSession();
        if (clientSession == null || clientSession.getUserSession() == null) {
            return;
        }
        if (!gate.admits(clientSession.getUserSession())) {
            // an offline refresh names no grant
            boolean refresh = context.requestRefreshToken() != null;
            String grant = refresh
                    ? OAuth2Constants.REFRESH_TOKEN
                    : context.clientSessionCtx().getAttribute(Constants.GRANT_TYPE, String.class);
            String sentence = gate.refused(clientSession, grant);
            throw isAskedByBrowser() ? errorPage() : new Refusal(refresh, sentence);
        }
    }

    /**
     * In an implicit or hybrid flow, the request comes from a browser, and nothing would catch the refusal
     * (OIDCLoginProtocol.authenticated).
     */
    private boolean isAskedByBrowser() {
        String path = session.getContext().getUri().getPath();
        return BROWSER_PATHS.matcher(path).find();
    }

    private RuntimeException errorPage() {
        return new WebApplicationException(
                ErrorPage.error(session, null, Response.Status.BAD_REQUEST, Messages.ACCESS_DENIED));
    }

    /**
     * On a refresh, {@code invalid_grant} is what client libraries take as the end of a session (RFC 6749 section 5.2).
     * Returns its message even where Keycloak asks for the message only (JWTAuthorizationGrantType).
     */
    private static final class Refusal extends TokenInterceptorException {
        private static final long serialVersionUID = 1L;

        private final String sentence;

        Refusal(boolean refresh, String sentence) {
            super(refresh ? OAuthErrorException.INVALID_GRANT : Gate.ERROR, sentence);
            this.sentence = sentence;
        }

        @Override
        public String getMessage() {
            return sentence;
        }
    }
}
