// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.grace;

import org.keycloak.sessions.AuthenticationSessionModel;

/** Whether the user has accepted the offer in this login. */
final class GraceNotes {
    private static final String ACCEPTED = "msp.mfa.grace.accepted";

    private final AuthenticationSessionModel login;

    GraceNotes(AuthenticationSessionModel login) {
        this.login = login;
    }

    boolean isAccepted() {
        return login.getAuthNote(ACCEPTED) != null;
    }

    void accept() {
        login.setAuthNote(ACCEPTED, "true");
    }
}
