// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.links;

import io.mspmfa.providers.links.EnrolmentLinkToken;
import org.keycloak.Config;
import org.keycloak.authentication.actiontoken.ActionTokenHandler;
import org.keycloak.authentication.actiontoken.ActionTokenHandlerFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Registers the handler of enrolment links. */
public final class EnrolmentLinkHandlerFactory implements ActionTokenHandlerFactory<EnrolmentLinkToken> {
    private static final EnrolmentLinkHandler HANDLER = new EnrolmentLinkHandler();

    @Override
    public ActionTokenHandler<EnrolmentLinkToken> create(KeycloakSession session) {
        return HANDLER;
    }

    @Override
    public String getId() {
        return EnrolmentLinkToken.TYPE;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
