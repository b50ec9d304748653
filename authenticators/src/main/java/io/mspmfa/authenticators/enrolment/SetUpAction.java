// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enrolment;

import io.mspmfa.authenticators.backupcodes.BackupCodesNotes;
import io.mspmfa.authenticators.backupcodes.Renewal;
import io.mspmfa.authenticators.challenge.FreshFactor;
import io.mspmfa.authenticators.door.Conversation;
import io.mspmfa.authenticators.door.ConversationAction;
import io.mspmfa.authenticators.door.Door;
import io.mspmfa.authenticators.door.Refused;
import io.mspmfa.authenticators.notice.Notice;

/** Set-up that a user asked for. Replaces the factor that there is, after a challenge by it. */
final class SetUpAction extends ConversationAction {
    @Override
    protected Conversation current(Door door) {
        return conversation(door);
    }

    static Conversation conversation(Door door) {
        if (new BackupCodesNotes(door).isRenewalOpen(door.id())) {
            return new Renewal(Renewal.Reason.RENEWAL, Door::finish);
        }
        if (Notice.isOpen(door)) {
            return new Notice(Door::finish);
        }
        if (door.policy().isOff()) {
            return new Refused("mspMfaSwitchedOff");
        }
        return Enrolment.isComplete(door) ? new Finished() : new FreshFactor(new Enrolment(Door::finish));
    }

    /** The floor had the user set one up a moment ago. */
    private record Finished() implements Conversation {
        @Override
        public void show(Door door) {
            door.finish();
        }

        @Override
        public void answer(Door door) {
            door.finish();
        }
    }
}
