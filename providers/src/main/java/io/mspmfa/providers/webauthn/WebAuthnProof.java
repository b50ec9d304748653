// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.webauthn;

import io.mspmfa.core.policy.Method;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.policy.RealmPolicies;
import io.mspmfa.providers.policy.UserPolicies;
import io.mspmfa.providers.proof.SessionProofs;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The proof that a security key or passkey gives. */
final class WebAuthnProof {
    /** The method's name in proofs and events. */
    static final String METHOD = "webauthn";

    private WebAuthnProof() {}

    /** Records that a key was verified in the login under way, where the user's policy takes keys for a factor. */
    static void record(KeycloakSession session, RealmModel realm, UserModel user) {
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        if (login != null
                && RealmPolicies.isManaged(realm)
                && UserPolicies.of(session, realm, user)
                        .get(PolicyField.METHODS)
                        .contains(Method.WEBAUTHN)) {
            new SessionProofs(session, realm).record(login, user, METHOD);
        }
    }
}
