// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.brokerlinks;

import io.mspmfa.core.proof.Proof;
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
                    .forget(
                            removed.getUser().getId(),
                            removed.getFederatedIdentity().getIdentityProvider());
        } else if (event instanceof UserRemovedEvent removed) {
            new BrokerLinks(removed.getKeycloakSession(), removed.getRealm())
                    .forget(removed.getUser().getId());
        }
    }

    private static void made(FederatedIdentityCreatedEvent event) {
        KeycloakSession session = event.getKeycloakSession();
        if (!RealmPolicies.isManaged(event.getRealm()) || FirstLoginNotes.isUnderWay(session)) {
            return; // the login itself knows whether the user existed before, and when the link is final
        }
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        new BrokerLinks(session, event.getRealm())
                .record(
                        event.getUser(),
                        event.getFederatedIdentity().getIdentityProvider(),
                        login == null ? LinkWay.ADMINISTRATOR : LinkWay.ACCOUNT,
                        login != null && isProven(login, event));
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
