// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.email;

import io.mspmfa.authenticators.conversation.StepContext;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Which mailbox a login has proved before a first factor is set up. */
final class MailboxNotes {
    private static final String PROVED = "msp.mfa.risk.mailbox";

    private final AuthenticationSessionModel login;

    MailboxNotes(StepContext step) {
        this.login = step.authSession();
    }

    void prove(String address) {
        login.setAuthNote(PROVED, address);
    }

    boolean isProved(String address) {
        return address.equals(login.getAuthNote(PROVED));
    }
}
