// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enforcement;

import io.mspmfa.authenticators.door.ConversationActionFactory;
import io.mspmfa.providers.enforcement.LoginCheck;

/** Registers the login check. */
public final class LoginCheckActionFactory extends ConversationActionFactory {
    public LoginCheckActionFactory() {
        super(LoginCheck.ACTION_ID, "MSP MFA: Asked at login", new LoginCheckAction());
    }
}
