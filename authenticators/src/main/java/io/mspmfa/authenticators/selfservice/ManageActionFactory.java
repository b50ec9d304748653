// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.selfservice;

import io.mspmfa.authenticators.conversation.ConversationActionFactory;
import io.mspmfa.providers.ids.ActionIds;

/** {@code kc_action=msp-mfa-manage}. */
public final class ManageActionFactory extends ConversationActionFactory {
    public ManageActionFactory() {
        super(ActionIds.MANAGE, "MSP MFA: Manage", new ManageAction());
    }
}
