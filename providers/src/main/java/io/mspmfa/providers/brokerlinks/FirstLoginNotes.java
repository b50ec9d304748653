// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.brokerlinks;

import org.keycloak.authentication.authenticators.broker.AbstractIdpAuthenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Keycloak's own notes of the first login through an identity provider. */
public final class FirstLoginNotes {
    private FirstLoginNotes() {}

    /** Whether the request is part of such a login. A link that it makes may still be held back. */
    public static boolean isUnderWay(KeycloakSession session) {
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        return login != null && login.getAuthNote(AbstractIdpAuthenticator.FIRST_BROKER_LOGIN_SUCCESS) != null;
    }
}
