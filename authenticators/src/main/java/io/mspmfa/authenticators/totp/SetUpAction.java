// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.totp;

import io.mspmfa.authenticators.challenge.FreshFactor;
import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.ConversationAction;
import io.mspmfa.authenticators.conversation.Finished;
import io.mspmfa.authenticators.conversation.Refused;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.resume.Conversations;
import io.mspmfa.providers.factors.SecondFactors;

/** Set-up that a user asked for. Replaces the factor that there is, after a challenge by it. */
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
        return isNotNow(step) ? new Finished() : new FreshFactor(new Enrolment(StepContext::finish));
    }

    /**
     * Whether somebody else's wish for a set-up has to give way: the login check has just had one made, the policy wants none,
     * or this is a mail link, and whoever can read a mailbox shall not bind a phone to an account without one.
     */
    private static boolean isNotNow(StepContext step) {
        boolean byMail = step.loginCheck().endsWithoutSession() && !SecondFactors.exist(step.user(), step.policy());
        return Enrolment.isComplete(step) || step.policy().isOff() || byMail;
    }
}
