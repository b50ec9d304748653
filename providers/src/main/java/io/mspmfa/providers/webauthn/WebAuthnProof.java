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

/** The proof made by a security key or passkey. */
final class WebAuthnProof {
    private WebAuthnProof() {}

    /** Records that a key was verified in the current login, if the user's policy accepts keys as a factor. */
    static void verified(KeycloakSession session, RealmModel realm, UserModel user) {
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        if (login != null
                && RealmPolicies.isManaged(realm)
                && WebAuthnFactor.INSTANCE.countsUnder(UserPolicies.of(session, realm, user))) {
            new SessionProofs(session, realm).record(login, user, WebAuthnFactor.WORD);
        }
    }

    /**
     * Records that a key was registered in the current login. This proves possession just like a login with the key, so
     * its owner is not asked for it straight away. Not recorded if someone else may have registered it: the holder of a
     * link in an e-mail has not shown a password, and an impersonator is not the user.
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
