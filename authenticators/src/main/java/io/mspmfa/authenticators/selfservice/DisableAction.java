// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.selfservice;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.ConversationAction;
import io.mspmfa.authenticators.conversation.Finished;
import io.mspmfa.authenticators.conversation.StepContext;

/** Switches two-factor authentication off, when requested by name. */
final class DisableAction extends ConversationAction {
    @Override
    protected Conversation current(StepContext step) {
        // if an administrator assigned it to a user, it would stop every login where it is not allowed
        return !step.isCancellable() ? new Finished() : new Disabling(false, StepContext::finish, StepContext::finish);
    }
}
