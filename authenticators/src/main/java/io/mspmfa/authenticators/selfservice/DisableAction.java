// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.selfservice;

import io.mspmfa.authenticators.door.Conversation;
import io.mspmfa.authenticators.door.ConversationAction;
import io.mspmfa.authenticators.door.Door;
import io.mspmfa.authenticators.door.Finished;

/** Switching off, asked for by name. */
final class DisableAction extends ConversationAction {
    @Override
    protected Conversation current(Door door) {
        // put on a user by an administrator, it would stop every login where it is not allowed
        return !door.isCancellable() ? new Finished() : new Disabling(false, Door::finish, Door::finish);
    }
}
