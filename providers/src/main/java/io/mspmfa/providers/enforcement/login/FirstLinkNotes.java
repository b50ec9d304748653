// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.login;

import java.util.Optional;
import org.keycloak.authentication.authenticators.broker.AbstractIdpAuthenticator;
import org.keycloak.broker.provider.AbstractIdentityProvider;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What is noted of a login that has just linked an identity provider's account to a user. */
final class FirstLinkNotes {
    private static final String PROVIDER = "msp.mfa.link.held.provider";
    private static final String ID = "msp.mfa.link.held.id";
    private static final String NAME = "msp.mfa.link.held.name";

    private final AuthenticationSessionModel login;

    FirstLinkNotes(AuthenticationSessionModel login) {
        this.login = login;
    }

    /** Whether the user was there before the login, other than one whom it has just made. Keycloak's own notes tell. */
    boolean isOfExistingUser() {
        return login.getAuthNote(AbstractIdpAuthenticator.FIRST_BROKER_LOGIN_SUCCESS) != null
                && !Boolean.parseBoolean(login.getAuthNote(AbstractIdentityProvider.BROKER_REGISTERED_NEW_USER));
    }

    void hold(FederatedIdentityModel link) {
        login.setAuthNote(PROVIDER, link.getIdentityProvider());
        login.setAuthNote(ID, link.getUserId());
        login.setAuthNote(NAME, link.getUserName());
    }

    /** The link that waits for the factor, and waits no longer. */
    Optional<FederatedIdentityModel> release() {
        String provider = login.getAuthNote(PROVIDER);
        if (provider == null) {
            return Optional.empty();
        }
        FederatedIdentityModel link =
                new FederatedIdentityModel(provider, login.getAuthNote(ID), login.getAuthNote(NAME));
        login.removeAuthNote(PROVIDER);
        login.removeAuthNote(ID);
        login.removeAuthNote(NAME);
        return Optional.of(link);
    }
}
