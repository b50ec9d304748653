// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.webauthn;

import io.mspmfa.providers.enforcement.login.LoginCheck;
import io.mspmfa.providers.enforcement.login.PrimaryLogin;
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

    /** Records that a key was verified in the login under way, where the user's policy takes keys for a factor. */
    static void verified(KeycloakSession session, RealmModel realm, UserModel user) {
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        if (login != null
                && RealmPolicies.isManaged(realm)
                && WebAuthnFactor.INSTANCE.countsUnder(UserPolicies.of(session, realm, user))) {
            new SessionProofs(session, realm).record(login, user, WebAuthnFactor.WORD);
        }
    }

    /**
     * Records that a key was registered in the login under way, which proves possession as a login by the key does: its
     * owner is not asked for it at once. But not where somebody else may have registered it: the holder of a mail link
     * has shown no password, and an impersonator is not the user.
     */
    static void registered(KeycloakSession session, RealmModel realm, UserModel user) {
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        boolean byTheUser = login != null
                && isUserOf(login, user)
                && !LoginCheck.endsWithoutSession(login)
                && !new PrimaryLogin(session, login).isImpersonated();
        if (byTheUser) {
            verified(session, realm, user);
        }
    }

    private static boolean isUserOf(AuthenticationSessionModel login, UserModel user) {
        UserModel known = login.getAuthenticatedUser();
        return known != null && known.getId().equals(user.getId());
    }
}
