// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.backupcodes;

import io.mspmfa.authenticators.challenge.FreshFactor;
import io.mspmfa.authenticators.door.Conversation;
import io.mspmfa.authenticators.door.ConversationAction;
import io.mspmfa.authenticators.door.Door;
import io.mspmfa.authenticators.door.Refused;
import io.mspmfa.providers.factors.Factors;

/** A new set of backup codes, for whoever has a factor that it backs up. */
final class NewBackupCodesAction extends ConversationAction {
    @Override
    protected Conversation current(Door door) {
        if (door.policy().isOff()) {
            return new Refused("mspMfaSwitchedOff");
        }
        return Factors.exist(door.user())
                ? new FreshFactor(new Renewal(Renewal.Reason.RENEWAL, Door::finish))
                : new Refused("mspMfaSetUpFirst");
    }
}
