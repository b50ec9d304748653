// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enrolment;

import io.mspmfa.authenticators.conversation.StepContext;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The progress of an enrolment. What belongs to one factor is in notes of its own. */
final class EnrolmentNotes {
    private static final String STEP = "msp.mfa.enrolment.step";
    private static final String COMPLETE = "msp.mfa.enrolment.complete";

    private final AuthenticationSessionModel login;

    EnrolmentNotes(StepContext step) {
        this.login = step.authSession();
    }

    Stage stage() {
        String stage = login.getAuthNote(STEP);
        return stage == null ? Stage.SCAN : Stage.valueOf(stage);
    }

    void turnTo(Stage stage) {
        login.setAuthNote(STEP, stage.name());
    }

    /** Forgets everything except that an enrolment was completed in this login. */
    void complete() {
        login.removeAuthNote(STEP);
        login.setAuthNote(COMPLETE, "true");
    }

    boolean isComplete() {
        return login.getAuthNote(COMPLETE) != null;
    }
}
