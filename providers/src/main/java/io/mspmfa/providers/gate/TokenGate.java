// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.gate;

import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.token.TokenInterceptorException;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;

/** The gate before every OIDC token response: TokenManager.AccessTokenResponseBuilder.build asks it, whatever the grant. */
final class TokenGate implements TokenPostProcessor {
    private final Gate gate;

    TokenGate(KeycloakSession session) {
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
            gate.refused(clientSession);
            throw new Refusal();
        }
    }

    /** Says its sentence also where Keycloak asks for the message only (JWTAuthorizationGrantType). */
    private static final class Refusal extends TokenInterceptorException {
        private static final long serialVersionUID = 1L;

        Refusal() {
            super(Gate.ERROR, Gate.SENTENCE);
        }

        @Override
        public String getMessage() {
            return Gate.SENTENCE;
        }
    }
}
