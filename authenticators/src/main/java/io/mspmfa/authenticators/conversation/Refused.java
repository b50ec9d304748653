// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.conversation;

/**
 * A conversation that is refused from the start.
 *
 * @param message the key of the sentence that explains why
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
