// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.setup;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.StepContext;

/** Leaves a set-up undone without a page: an impersonator is not the one who was asked. */
record Skipped() implements Conversation {
    @Override
    public void show(StepContext step) {
        step.skip();
    }

    @Override
    public void answer(StepContext step) {
        step.refuse("mspMfaNotAllowed");
    }
}
