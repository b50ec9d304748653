// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.gate;

import org.keycloak.Config;
import org.keycloak.dom.saml.v2.protocol.StatusResponseType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.protocol.saml.preprocessor.SamlAuthenticationPreprocessor;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * Checks every SAML response. Keycloak calls the factory itself and never creates a provider
 * (SamlSessionUtils.getSamlAuthenticationPreprocessorIterator), so the Keycloak session is that of the current thread.
 */
public final class SamlGate implements SamlAuthenticationPreprocessor {
    @Override
    public StatusResponseType beforeSendingResponse(
            StatusResponseType response, AuthenticatedClientSessionModel clientSession) {
        KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
        if (session == null || clientSession == null || clientSession.getUserSession() == null) {
            return response;
        }
        Gate gate = new Gate(session);
        if (!gate.admits(clientSession.getUserSession())) {
            gate.refused(clientSession);
            // SamlProtocol.authenticated then shows its error page
            throw new IllegalStateException(Gate.SENTENCE);
        }
        return response;
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
