// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enforcement;

import io.mspmfa.authenticators.conversation.ConversationActionFactory;
import io.mspmfa.providers.ids.ActionIds;

/** Registers the login check. */
public final class LoginCheckActionFactory extends ConversationActionFactory {
    public LoginCheckActionFactory() {
        super(ActionIds.LOGIN_CHECK, "MSP MFA: Asked at login", new LoginCheckAction());
    }
}
