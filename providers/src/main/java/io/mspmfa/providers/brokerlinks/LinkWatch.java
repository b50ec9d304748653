// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.brokerlinks;

import io.mspmfa.core.proof.Proof;
import io.mspmfa.providers.notifications.LinkNotices;
import io.mspmfa.providers.policy.RealmPolicies;
import io.mspmfa.providers.proof.SessionProofs;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.FederatedIdentityModel.FederatedIdentityCreatedEvent;
import org.keycloak.models.FederatedIdentityModel.FederatedIdentityRemovedEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel.UserRemovedEvent;
import org.keycloak.models.UserSessionModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Records links as Keycloak stores and removes them, whoever makes it do so. */
public final class LinkWatch {
    private LinkWatch() {}

    /** To be called with each of Keycloak's events. */
    public static void onEvent(ProviderEvent event) {
        if (event instanceof FederatedIdentityCreatedEvent created) {
            made(created);
        } else if (event instanceof FederatedIdentityRemovedEvent removed) {
            new BrokerLinks(removed.getKeycloakSession(), removed.getRealm())
                    .remove(removed.getUser(), removed.getFederatedIdentity().getIdentityProvider());
        } else if (event instanceof UserRemovedEvent removed) {
            new BrokerLinks(removed.getKeycloakSession(), removed.getRealm())
                    .forget(removed.getUser().getId());
        }
    }

    private static void made(FederatedIdentityCreatedEvent event) {
        KeycloakSession session = event.getKeycloakSession();
        String provider = event.getFederatedIdentity().getIdentityProvider();
        if (!RealmPolicies.isManaged(event.getRealm()) || FirstLoginNotes.isFirstThrough(session, provider)) {
            return; // the login itself knows whether the user existed before, and when the link is final
        }
        BrokerLinks links = new BrokerLinks(session, event.getRealm());
        if (links.replace(event.getUser(), provider)) {
            return;
        }
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        if (login == null) {
            links.record(event.getUser(), provider, LinkWay.ADMINISTRATOR, false);
        } else {
            links.record(event.getUser(), provider, LinkWay.ACCOUNT, isProven(login, event));
            LinkNotices.linked(session, event.getRealm(), event.getUser(), provider)
                    .run();
        }
    }

    /** Whether the session in which the user links an account has passed a second factor. */
    private static boolean isProven(AuthenticationSessionModel login, FederatedIdentityCreatedEvent event) {
        SessionProofs proofs = new SessionProofs(event.getKeycloakSession(), event.getRealm());
        UserSessionModel userSession = event.getKeycloakSession()
                .sessions()
                .getUserSession(event.getRealm(), login.getParentSession().getId());
        return Stream.concat(
                        proofs.inLogin(login, event.getUser()).stream(),
                        Optional.ofNullable(userSession).flatMap(proofs::inSession).stream())
                .anyMatch(Proof.ByFactor.class::isInstance);
    }
}
