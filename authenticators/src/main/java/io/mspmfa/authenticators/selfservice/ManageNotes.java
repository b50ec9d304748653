// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.selfservice;

import io.mspmfa.authenticators.conversation.StepContext;
import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What a user has chosen on the self-service page and not finished yet. */
final class ManageNotes {
    private static final String TASK = "msp.mfa.manage.task";
    private static final String FACTOR = "msp.mfa.manage.factor";

    private final AuthenticationSessionModel login;

    ManageNotes(StepContext step) {
        this.login = step.authSession();
    }

    Optional<Choice> choice() {
        String factor = login.getAuthNote(FACTOR);
        return Optional.ofNullable(login.getAuthNote(TASK))
                .map(Task::valueOf)
                .map(task -> new Choice(task, factor == null ? "" : factor));
    }

    void begin(Choice choice) {
        login.setAuthNote(TASK, choice.task().name());
        login.setAuthNote(FACTOR, choice.factorId());
    }

    void end() {
        login.removeAuthNote(TASK);
        login.removeAuthNote(FACTOR);
    }
}
