// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.selfservice;

import io.mspmfa.authenticators.door.ConversationActionFactory;

/** {@code kc_action=msp-mfa-manage}. */
public final class ManageActionFactory extends ConversationActionFactory {
    public ManageActionFactory() {
        super("msp-mfa-manage", "MSP MFA: Manage", new ManageAction());
    }
}
