// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.selfservice;

import io.mspmfa.authenticators.door.Conversation;
import io.mspmfa.authenticators.door.ConversationAction;
import io.mspmfa.authenticators.door.Door;

/** Switching off, asked for by name. */
final class DisableAction extends ConversationAction {
    @Override
    protected Conversation current(Door door) {
        return new Disabling(false, Door::finish, Door::finish);
    }
}
