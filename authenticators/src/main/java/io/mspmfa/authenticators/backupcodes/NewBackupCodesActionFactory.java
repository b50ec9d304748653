// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.backupcodes;

import io.mspmfa.authenticators.door.ConversationActionFactory;

/** {@code kc_action=msp-mfa-backup-codes}. */
public final class NewBackupCodesActionFactory extends ConversationActionFactory {
    public NewBackupCodesActionFactory() {
        super("msp-mfa-backup-codes", "MSP MFA: New backup codes", new NewBackupCodesAction());
    }
}
