// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enrolment;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.StepContext;
import java.util.function.Consumer;

/** The page on which the user chooses what to set up. */
final class MethodPage implements Conversation {
    private final MethodChoice choice;
    private final Consumer<StepContext> chosen;

    /**
     * @param chosen continues with what the user has chosen
     */
    MethodPage(MethodChoice choice, Consumer<StepContext> chosen) {
        this.choice = choice;
        this.chosen = chosen;
    }

    @Override
    public void show(StepContext step) {
        step.show(choice.page().render());
    }

    @Override
    public void answer(StepContext step) {
        if (choice.take()) {
            chosen.accept(step);
        } else {
            step.show(choice.pageAgain().render());
        }
    }
}
