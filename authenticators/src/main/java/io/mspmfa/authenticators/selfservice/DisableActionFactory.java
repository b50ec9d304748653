// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.selfservice;

import io.mspmfa.authenticators.conversation.ConversationActionFactory;
import io.mspmfa.providers.ids.ActionIds;

/** {@code kc_action=msp-mfa-disable}. */
public final class DisableActionFactory extends ConversationActionFactory {
    public DisableActionFactory() {
        super(ActionIds.DISABLE, "MSP MFA: Switch off", new DisableAction());
    }
}
