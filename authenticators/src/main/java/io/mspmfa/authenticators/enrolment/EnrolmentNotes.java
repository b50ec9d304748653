// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enrolment;

import io.mspmfa.authenticators.conversation.StepContext;
import java.util.List;
import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The progress of an enrolment. What belongs to one factor is in notes of its own. */
final class EnrolmentNotes {
    private static final String METHOD = "msp.mfa.enrolment.method";
    private static final String STEP = "msp.mfa.enrolment.step";
    private static final String SEPARATOR = ":";
    private static final String COMPLETE = "msp.mfa.enrolment.complete";

    private final AuthenticationSessionModel login;

    EnrolmentNotes(StepContext step) {
        this.login = step.authSession();
    }

    /** The method that the user has chosen; empty if none has been chosen yet. */
    Optional<String> method() {
        return Optional.ofNullable(login.getAuthNote(METHOD));
    }

    void choose(String method) {
        login.setAuthNote(METHOD, method);
        login.removeAuthNote(STEP);
    }

    /** The step that the user has reached with a method; empty if it is the first. */
    Optional<Stage> stage(String method) {
        String step = login.getAuthNote(STEP);
        return step == null || !step.startsWith(method + SEPARATOR)
                ? Optional.empty()
                : Optional.of(Stage.valueOf(step.substring(method.length() + SEPARATOR.length())));
    }

    void turnTo(String method, Stage stage) {
        login.setAuthNote(STEP, method + SEPARATOR + stage.name());
    }

    /** Forgets the choice and how far the user has come with it. */
    void leave() {
        login.removeAuthNote(METHOD);
        login.removeAuthNote(STEP);
    }

    /**
     * Forgets everything except that an enrolment was completed in this login.
     *
     * @param actions Keycloak's own actions that have nothing left to set up
     */
    void complete(List<String> actions) {
        leave();
        login.setAuthNote(COMPLETE, String.join(SEPARATOR, actions));
    }

    boolean isComplete(String action) {
        String actions = login.getAuthNote(COMPLETE);
        return actions != null && List.of(actions.split(SEPARATOR, -1)).contains(action);
    }

    boolean isComplete() {
        return login.getAuthNote(COMPLETE) != null;
    }
}
