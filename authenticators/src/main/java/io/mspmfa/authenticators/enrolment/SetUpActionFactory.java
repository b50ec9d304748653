// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enrolment;

import io.mspmfa.authenticators.conversation.ConversationActionFactory;
import io.mspmfa.providers.ids.ActionIds;

/** {@code kc_action=msp-mfa-setup}. */
public final class SetUpActionFactory extends ConversationActionFactory {
    public SetUpActionFactory() {
        super(ActionIds.SET_UP, "MSP MFA: Set up", new SetUpAction());
    }
}
