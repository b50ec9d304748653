// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.conversation;

/** A conversation that is already over. */
public record Finished() implements Conversation {
    @Override
    public void show(StepContext step) {
        step.finish();
    }

    @Override
    public void answer(StepContext step) {
        step.finish();
    }
}
