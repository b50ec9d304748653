// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.login;

import java.util.Optional;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.authenticators.broker.AbstractIdpAuthenticator;
import org.keycloak.authentication.authenticators.broker.IdpEmailVerificationAuthenticator;
import org.keycloak.broker.provider.AbstractIdentityProvider;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The notes of a login that has just linked an identity provider's account to a user. */
final class FirstLinkNotes {
    private static final String PROVIDER = "msp.mfa.link.held.provider";
    private static final String ID = "msp.mfa.link.held.id";
    private static final String NAME = "msp.mfa.link.held.name";
    private static final String PROVEN = "msp.mfa.link.proven";

    private final AuthenticationSessionModel login;

    FirstLinkNotes(AuthenticationSessionModel login) {
        this.login = login;
    }

    /** Whether the user existed before the login, instead of being created by it. Keycloak's own notes show this. */
    boolean isOfExistingUser() {
        return login.getAuthNote(AbstractIdpAuthenticator.FIRST_BROKER_LOGIN_SUCCESS) != null && !isOfNewUser();
    }

    /** Whether the identity provider's account has become a user in this login. */
    boolean isOfNewUser() {
        return Boolean.parseBoolean(login.getAuthNote(AbstractIdentityProvider.BROKER_REGISTERED_NEW_USER));
    }

    /** The provider and the account through which this login came; empty if it came by itself. */
    Optional<String> brokered() {
        return Optional.ofNullable(login.getAuthNote(AuthenticationProcessor.BROKER_USER_ID));
    }

    /** Whether the user proved to own the account by a link in an e-mail, and not by a password. */
    boolean isByEmail() {
        return login.getAuthNote(IdpEmailVerificationAuthenticator.VERIFY_ACCOUNT_IDP_USERNAME) != null;
    }

    /** True once in each login. */
    boolean isFirstProof() {
        boolean first = login.getAuthNote(PROVEN) == null;
        login.setAuthNote(PROVEN, "true");
        return first;
    }

    void hold(FederatedIdentityModel link) {
        login.setAuthNote(PROVIDER, link.getIdentityProvider());
        login.setAuthNote(ID, link.getUserId());
        login.setAuthNote(NAME, link.getUserName());
    }

    /** The pending link, which is no longer pending afterwards. */
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
