// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enrolment;

import io.mspmfa.authenticators.challenge.FreshFactor;
import io.mspmfa.authenticators.door.Conversation;
import io.mspmfa.authenticators.door.ConversationAction;
import io.mspmfa.authenticators.door.Door;
import io.mspmfa.authenticators.door.Finished;
import io.mspmfa.authenticators.door.Refused;
import io.mspmfa.authenticators.resume.Conversations;
import io.mspmfa.providers.enforcement.LoginCheck;
import io.mspmfa.providers.factors.SecondFactors;

/** Set-up that a user asked for. Replaces the factor that there is, after a challenge by it. */
final class SetUpAction extends ConversationAction {
    @Override
    protected Conversation current(Door door) {
        return conversation(door);
    }

    static Conversation conversation(Door door) {
        return Conversations.resume(door, Door::finish).orElseGet(() -> begin(door));
    }

    private static Conversation begin(Door door) {
        if (door.policy().isOff() && door.isCancellable()) {
            return new Refused("mspMfaSwitchedOff");
        }
        return isNotNow(door) ? new Finished() : new FreshFactor(new Enrolment(Door::finish));
    }

    /**
     * Whether somebody else's wish for a set-up has to give way: the login check has just had one made, the policy wants none,
     * or this is a mail link, and whoever can read a mailbox shall not bind a phone to an account without one.
     */
    private static boolean isNotNow(Door door) {
        boolean byMail = new LoginCheck(door.session(), door.login()).endsWithoutSession()
                && !SecondFactors.exist(door.user(), door.policy());
        return Enrolment.isComplete(door) || door.policy().isOff() || byMail;
    }
}
