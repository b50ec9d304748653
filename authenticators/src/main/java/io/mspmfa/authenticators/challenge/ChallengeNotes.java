// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.challenge;

import io.mspmfa.authenticators.conversation.StepContext;
import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Which of its questions the challenge is currently asking. */
final class ChallengeNotes {
    private static final String PAGE = "msp.mfa.challenge.page";

    private final AuthenticationSessionModel login;

    ChallengeNotes(StepContext step) {
        this.login = step.authSession();
    }

    /** The name of the question that the user switched to; empty if it is the first. */
    Optional<String> question() {
        return Optional.ofNullable(login.getAuthNote(PAGE));
    }

    void turnTo(String word) {
        login.setAuthNote(PAGE, word);
    }

    void clear() {
        login.removeAuthNote(PAGE);
    }
}
