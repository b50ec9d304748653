// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.selfservice;

import io.mspmfa.authenticators.door.ConversationActionFactory;

/** {@code kc_action=msp-mfa-disable}. */
public final class DisableActionFactory extends ConversationActionFactory {
    public DisableActionFactory() {
        super("msp-mfa-disable", "MSP MFA: Switch off", new DisableAction());
    }
}
