// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.webauthn;

import io.mspmfa.providers.enforcement.Floor;
import io.mspmfa.providers.factors.webauthn.WebAuthnFactor;
import io.mspmfa.providers.policy.RealmPolicies;
import io.mspmfa.providers.policy.UserPolicies;
import io.mspmfa.providers.proof.SessionProofs;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The proof that a security key or passkey gives. */
final class WebAuthnProof {
    private WebAuthnProof() {}

    /** Records that a key was verified or registered in the login under way, where the user's policy takes keys for a factor. */
    static void record(KeycloakSession session, RealmModel realm, UserModel user) {
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        if (login != null
                && RealmPolicies.isManaged(realm)
                && !endsWithoutSession(login)
                && WebAuthnFactor.INSTANCE.countsUnder(UserPolicies.of(session, realm, user))) {
            new SessionProofs(session, realm).record(login, user, WebAuthnFactor.WORD);
        }
    }

    /** A mail link's errand: its holder has shown no password, and what was registered there proves nothing. */
    private static boolean endsWithoutSession(AuthenticationSessionModel login) {
        return Floor.endsWithoutSession(login);
    }
}
