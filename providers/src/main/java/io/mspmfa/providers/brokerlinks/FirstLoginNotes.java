// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.brokerlinks;

import org.keycloak.authentication.authenticators.broker.AbstractIdpAuthenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Keycloak's own note of the first login through an identity provider. */
public final class FirstLoginNotes {
    private FirstLoginNotes() {}

    /**
     * Whether the request is part of the first login through a provider. The link to it may still be held back. The note
     * stays until the end of the login, in which accounts at other providers can be linked as well.
     *
     * @param provider the alias of the identity provider
     */
    public static boolean isFirstThrough(KeycloakSession session, String provider) {
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        return login != null && provider.equals(login.getAuthNote(AbstractIdpAuthenticator.FIRST_BROKER_LOGIN_SUCCESS));
    }
}
