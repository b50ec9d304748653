// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.webauthn;

import io.mspmfa.authenticators.conversation.StepContext;
import org.keycloak.WebAuthnConstants;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The challenge for a key to sign, stored where Keycloak's authenticator looks for it. */
final class WebAuthnNotes {
    private final AuthenticationSessionModel login;

    WebAuthnNotes(StepContext step) {
        this.login = step.authSession();
    }

    void begin(String challenge) {
        login.setAuthNote(WebAuthnConstants.AUTH_CHALLENGE_NOTE, challenge);
    }

    boolean isBegun() {
        return login.getAuthNote(WebAuthnConstants.AUTH_CHALLENGE_NOTE) != null;
    }
}
