// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.login;

import io.mspmfa.providers.brokerlinks.BrokerLinks;
import io.mspmfa.providers.brokerlinks.FirstLoginNotes;
import io.mspmfa.providers.brokerlinks.LinkWay;
import io.mspmfa.providers.notifications.LinkNotices;
import io.mspmfa.providers.policy.RealmPolicies;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The link between an identity provider's account and a user who existed before. Keycloak stores it on the strength of a
 * password or an e-mail, before the login check runs. Since logins through an identity provider may be exempt, the link
 * is held back until this login has passed the second factor, and never stored otherwise. Otherwise, anyone with the
 * password could link an account of their own and come back through it.
 */
public final class FirstLink {
    private final KeycloakSession session;
    private final AuthenticationSessionModel login;
    private final RealmModel realm;

    private FirstLink(KeycloakSession session, AuthenticationSessionModel login) {
        this.session = session;
        this.login = login;
        this.realm = login.getRealm();
    }

    /**
     * A user's address, of which Keycloak may take over the one of the linked account, depending on the provider's mappers.
     * Until the factor has been passed, that one is a stranger's, and e-mails that help to get back in go there.
     */
    private record Address(@Nullable String email, boolean verified) {
        void restore(UserModel user) {
            if (!Objects.equals(email, user.getEmail())) {
                user.setEmail(email);
            }
            if (verified != user.isEmailVerified()) {
                user.setEmailVerified(verified);
            }
        }
    }

    /** At the end of the request, removes the link that it created, unless the factor has been passed by then. */
    public static void made(KeycloakSession session, Event event) {
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        String provider = event.getDetails().getOrDefault(Details.IDENTITY_PROVIDER, "");
        if (login == null
                || !RealmPolicies.isManaged(login.getRealm())
                || !FirstLoginNotes.isFirstThrough(session, provider)
                || !new FirstLinkNotes(login).isOfExistingUser()) {
            return;
        }
        UserModel owner = login.getAuthenticatedUser();
        Runnable notice = LinkNotices.linked(session, login.getRealm(), owner, provider);
        Address before = new Address(owner.getEmail(), owner.isEmailVerified());
        // not immediately, because Keycloak continues to use the link (IdentityBrokerService.updateFederatedIdentity)
        session.getTransactionManager().enlistPrepare(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                new FirstLink(session, login).holdBackOrKeep(provider, before, notice);
            }

            @Override
            protected void rollbackImpl() {}
        });
    }

    private void holdBackOrKeep(String provider, Address before, Runnable notice) {
        UserModel linked = login.getAuthenticatedUser();
        FederatedIdentityModel link =
                linked == null ? null : session.users().getFederatedIdentity(realm, linked, provider);
        if (linked == null || link == null) {
            return;
        }
        LoginCheck loginCheck = new LoginCheck(session, login);
        boolean proven = loginCheck.proofInLogin().isPresent();
        if (!proven && loginCheck.isAskedSoonerOrLater()) {
            session.users().removeFederatedIdentity(realm, linked, provider);
            new FirstLinkNotes(login).hold(link);
            before.restore(linked);
        } else {
            keep(linked, provider, proven);
            notice.run();
        }
    }

    private void keep(UserModel linked, String provider, boolean proven) {
        LinkWay way = new FirstLinkNotes(login).isByEmail() ? LinkWay.EMAIL : LinkWay.LOGIN;
        new BrokerLinks(session, realm).record(linked, provider, way, proven);
    }

    /**
     * Once the factor has been passed: stores the pending link, and trusts the link through which this login came from
     * now on.
     */
    public static void shown(KeycloakSession session, AuthenticationSessionModel login) {
        new FirstLink(session, login).release();
    }

    private void release() {
        UserModel owner = login.getAuthenticatedUser();
        new FirstLinkNotes(login)
                .release()
                .filter(link -> session.users().getUserByFederatedIdentity(realm, link) == null)
                .filter(link -> session.users().getFederatedIdentity(realm, owner, link.getIdentityProvider()) == null)
                .ifPresent(link -> {
                    session.users().addFederatedIdentity(realm, owner, link);
                    keep(owner, link.getIdentityProvider(), true);
                    LinkNotices.linked(session, realm, owner, link.getIdentityProvider())
                            .run();
                });
        trust(owner);
    }

    private void trust(UserModel owner) {
        FirstLinkNotes notes = new FirstLinkNotes(login);
        BrokerLinks links = new BrokerLinks(session, realm);
        notes.brokered()
                .filter(brokered -> notes.isFirstProof())
                .map(brokered -> BrokerAlias.find(session, brokered))
                .filter(provider -> !links.isTrusted(owner, provider))
                .ifPresent(provider -> links.prove(owner, provider));
    }
}
