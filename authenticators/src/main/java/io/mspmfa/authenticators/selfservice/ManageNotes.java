// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.selfservice;

import io.mspmfa.authenticators.conversation.StepContext;
import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What a user has chosen on the self-service page and not finished yet. */
final class ManageNotes {
    private static final String TASK = "msp.mfa.manage.task";

    private final AuthenticationSessionModel login;

    ManageNotes(StepContext step) {
        this.login = step.authSession();
    }

    Optional<Task> task() {
        return Optional.ofNullable(login.getAuthNote(TASK)).map(Task::valueOf);
    }

    void begin(Task task) {
        login.setAuthNote(TASK, task.name());
    }

    void end() {
        login.removeAuthNote(TASK);
    }
}
