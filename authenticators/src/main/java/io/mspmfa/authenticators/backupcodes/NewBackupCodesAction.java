// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.backupcodes;

import io.mspmfa.authenticators.challenge.FreshFactor;
import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.ConversationAction;
import io.mspmfa.authenticators.conversation.Finished;
import io.mspmfa.authenticators.conversation.Refused;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.providers.factors.SecondFactors;

/** Creates a new set of backup codes for users who have a factor that the codes back up. */
final class NewBackupCodesAction extends ConversationAction {
    @Override
    protected Conversation current(StepContext step) {
        boolean renewedByTheFloor = new BackupCodesNotes(step).isRenewed();
        if (SecondFactors.exist(step.user(), step.policy()) && !step.policy().isOff() && !renewedByTheFloor) {
            return new FreshFactor(new Renewal(Renewal.Reason.RENEWAL, StepContext::finish));
        }
        // an action that an administrator set where it makes no sense must not stop a login
        boolean refused = step.isCancellable() && !renewedByTheFloor;
        String reason = step.policy().isOff() ? "mspMfaSwitchedOff" : "mspMfaSetUpFirst";
        return refused ? new Refused(reason) : new Finished();
    }
}
