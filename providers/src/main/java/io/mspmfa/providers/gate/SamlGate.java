// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.gate;

import java.net.URI;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.dom.saml.v2.protocol.ResponseType;
import org.keycloak.dom.saml.v2.protocol.StatusCodeType;
import org.keycloak.dom.saml.v2.protocol.StatusResponseType;
import org.keycloak.dom.saml.v2.protocol.StatusType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.protocol.saml.SamlClient;
import org.keycloak.protocol.saml.preprocessor.SamlAuthenticationPreprocessor;
import org.keycloak.saml.common.constants.JBossSAMLURIConstants;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * Checks every SAML response. Keycloak calls the factory itself and never creates a provider
 * (SamlSessionUtils.getSamlAuthenticationPreprocessorIterator), so the Keycloak session is that of the current thread.
 */
public final class SamlGate implements SamlAuthenticationPreprocessor {
    private static final URI NO_AUTHN_CONTEXT = URI.create("urn:oasis:names:tc:SAML:2.0:status:NoAuthnContext");

    @Override
    public StatusResponseType beforeSendingResponse(
            StatusResponseType response, AuthenticatedClientSessionModel clientSession) {
        KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
        if (session == null || clientSession == null || clientSession.getUserSession() == null) {
            return response;
        }
        Gate gate = new Gate(session);
        if (gate.admits(clientSession.getUserSession())) {
            return response;
        }
        gate.refused(clientSession, null);
        if (!(response instanceof ResponseType login)
                || new SamlClient(clientSession.getClient()).requiresEncryption()) {
            // an encrypted response can't do without an assertion: SamlProtocol.authenticated shows its error page
            throw new Refusal();
        }
        return refusal(login);
    }

    /** Tells the service provider that the second factor is missing (SAML 2.0 core, section 3.2.2.2). */
    private static ResponseType refusal(ResponseType login) {
        List.copyOf(login.getAssertions()).forEach(login::removeAssertion);
        StatusCodeType reason = new StatusCodeType();
        reason.setValue(NO_AUTHN_CONTEXT);
        StatusCodeType code = new StatusCodeType();
        code.setValue(JBossSAMLURIConstants.STATUS_RESPONDER.getUri());
        code.setStatusCode(reason);
        StatusType status = new StatusType();
        status.setStatusCode(code);
        status.setStatusMessage(Gate.SENTENCE);
        login.setStatus(status);
        return login;
    }

    /** Is logged as a single line: the place where it is thrown says nothing. */
    private static final class Refusal extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        Refusal() {
            super(Gate.SENTENCE);
        }

        @Override
        public Throwable fillInStackTrace() {
            return this;
        }
    }

    @Override
    public SamlAuthenticationPreprocessor create(KeycloakSession session) {
        return this;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}

    @Override
    public String getId() {
        return "msp-mfa";
    }
}
