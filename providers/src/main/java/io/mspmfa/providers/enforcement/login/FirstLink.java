// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.login;

import io.mspmfa.providers.policy.RealmPolicies;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The link between an identity provider's account and a user who has a factor. Keycloak stores it on the strength of a
 * password or an e-mail, before the login check runs. Since logins through an identity provider may be exempt, the link
 * is held back until this login has passed the second factor. Otherwise, anyone with the password could link an account
 * of their own and come back through it.
 */
public final class FirstLink {
    private FirstLink() {}

    /** At the end of the request, removes the link that it created, unless the factor has been passed by then. */
    public static void made(KeycloakSession session, Event event) {
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        if (login == null
                || !RealmPolicies.isManaged(login.getRealm())
                || !new FirstLinkNotes(login).isOfExistingUser()) {
            return;
        }
        String provider = event.getDetails().getOrDefault(Details.IDENTITY_PROVIDER, "");
        // not immediately, because Keycloak continues to use the link (IdentityBrokerService.updateFederatedIdentity)
        session.getTransactionManager().enlistPrepare(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                holdBack(session, login, provider);
            }

            @Override
            protected void rollbackImpl() {}
        });
    }

    private static void holdBack(KeycloakSession session, AuthenticationSessionModel login, String provider) {
        RealmModel realm = login.getRealm();
        UserModel user = login.getAuthenticatedUser();
        LoginCheck loginCheck = new LoginCheck(session, login);
        if (user == null
                || !loginCheck.isFactorOwed()
                || loginCheck.proofInLogin().isPresent()) {
            return;
        }
        FederatedIdentityModel link = session.users().getFederatedIdentity(realm, user, provider);
        if (link != null) {
            session.users().removeFederatedIdentity(realm, user, provider);
            new FirstLinkNotes(login).hold(link);
        }
    }

    /** Stores the pending link, once the factor has been passed. */
    public static void shown(KeycloakSession session, AuthenticationSessionModel login) {
        RealmModel realm = login.getRealm();
        UserModel user = login.getAuthenticatedUser();
        new FirstLinkNotes(login)
                .release()
                .filter(link -> session.users().getUserByFederatedIdentity(realm, link) == null)
                .filter(link -> session.users().getFederatedIdentity(realm, user, link.getIdentityProvider()) == null)
                .ifPresent(link -> session.users().addFederatedIdentity(realm, user, link));
    }
}
