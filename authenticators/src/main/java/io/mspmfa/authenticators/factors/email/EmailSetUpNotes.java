// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.email;

import io.mspmfa.authenticators.conversation.StepContext;
import org.keycloak.sessions.AuthenticationSessionModel;

/** An address that is being proved. */
final class EmailSetUpNotes {
    private static final String STARTED = "msp.mfa.enrolment.email.started";
    private static final String PROVED = "msp.mfa.enrolment.email.proved";

    private final AuthenticationSessionModel login;

    EmailSetUpNotes(StepContext step) {
        this.login = step.authSession();
    }

    void start() {
        login.setAuthNote(STARTED, "true");
    }

    boolean isStarted() {
        return login.getAuthNote(STARTED) != null;
    }

    /** The user has entered a code that was sent to this address. */
    void prove(String address) {
        login.setAuthNote(PROVED, address);
    }

    boolean isProved(String address) {
        return address.equals(login.getAuthNote(PROVED));
    }

    void forget() {
        login.removeAuthNote(STARTED);
        login.removeAuthNote(PROVED);
    }
}
