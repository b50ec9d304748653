// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.conversation;

/**
 * A conversation that is over before it begins.
 *
 * @param message the key of the sentence that says why
 */
public record Refused(String message) implements Conversation {
    @Override
    public void show(StepContext step) {
        step.refuse(message);
    }

    @Override
    public void answer(StepContext step) {
        step.refuse(message);
    }
}
