// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.backupcodes;

import io.mspmfa.authenticators.challenge.FreshFactor;
import io.mspmfa.authenticators.door.Conversation;
import io.mspmfa.authenticators.door.ConversationAction;
import io.mspmfa.authenticators.door.Door;
import io.mspmfa.authenticators.door.Finished;
import io.mspmfa.authenticators.door.Refused;
import io.mspmfa.providers.factors.SecondFactors;

/** A new set of backup codes, for whoever has a factor that it backs up. */
final class NewBackupCodesAction extends ConversationAction {
    @Override
    protected Conversation current(Door door) {
        boolean renewedByTheFloor = new BackupCodesNotes(door).isRenewed();
        if (SecondFactors.exist(door.user(), door.policy()) && !door.policy().isOff() && !renewedByTheFloor) {
            return new FreshFactor(new Renewal(Renewal.Reason.RENEWAL, Door::finish));
        }
        // an administrator's wish that makes no sense must not stop a login
        boolean refused = door.isCancellable() && !renewedByTheFloor;
        String reason = door.policy().isOff() ? "mspMfaSwitchedOff" : "mspMfaSetUpFirst";
        return refused ? new Refused(reason) : new Finished();
    }
}
