// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enrolment;

import io.mspmfa.authenticators.challenge.FreshFactor;
import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.ConversationAction;
import io.mspmfa.authenticators.conversation.Finished;
import io.mspmfa.authenticators.conversation.Refused;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.resume.Conversations;
import io.mspmfa.authenticators.setup.SetUpTerms;

/** Sets up a factor at the user's request. Replaces an existing factor, after a challenge with it. */
final class SetUpAction extends ConversationAction {
    @Override
    protected Conversation current(StepContext step) {
        return conversation(step);
    }

    static Conversation conversation(StepContext step) {
        return Conversations.resume(step, StepContext::finish).orElseGet(() -> begin(step));
    }

    private static Conversation begin(StepContext step) {
        if (step.policy().isOff() && step.isCancellable()) {
            return new Refused("mspMfaSwitchedOff");
        }
        if (Enrolment.isComplete(step) || step.policy().isOff()) {
            return new Finished(); // one was just completed for the login check, or nobody is asked for one
        }
        return SetUpTerms.wishForLater(step).orElseGet(() -> new FreshFactor(new Enrolment(StepContext::finish)));
    }
}
