// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.setup;

import io.mspmfa.authenticators.conversation.StepContext;

/** The note of a login that a built-in set-up has begun. */
final class SetUpNotes {
    private static final String BEGUN = "msp.mfa.setup.begun";

    private final StepContext step;

    SetUpNotes(StepContext step) {
        this.step = step;
    }

    /** Whether this step's set-up has begun. */
    boolean isBegun() {
        return step.id().equals(step.authSession().getAuthNote(BEGUN));
    }

    void begin() {
        step.authSession().setAuthNote(BEGUN, step.id());
    }
}
