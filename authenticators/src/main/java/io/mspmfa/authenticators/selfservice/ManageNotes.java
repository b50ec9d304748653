// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.selfservice;

import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.spi.Wish;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What a user has chosen on the self-service page and not finished yet. */
final class ManageNotes {
    private static final String TASK = "msp.mfa.manage.task";
    private static final String FACTOR = "msp.mfa.manage.factor";
    private static final String METHOD = "msp.mfa.manage.method";

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

    /** What to set up in place of the chosen factor, which may be gone by now. */
    Wish replacement() {
        return Wish.replacing(
                Objects.requireNonNullElse(login.getAuthNote(METHOD), ""),
                Objects.requireNonNullElse(login.getAuthNote(FACTOR), ""));
    }

    /** @param method of the chosen factor; empty if none is */
    void begin(Choice choice, String method) {
        login.setAuthNote(METHOD, method);
        login.setAuthNote(TASK, choice.task().name());
        login.setAuthNote(FACTOR, choice.factorId());
    }

    void end() {
        login.removeAuthNote(TASK);
        login.removeAuthNote(FACTOR);
        login.removeAuthNote(METHOD);
    }
}
