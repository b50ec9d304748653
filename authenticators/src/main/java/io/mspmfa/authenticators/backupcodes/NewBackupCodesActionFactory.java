// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.backupcodes;

import io.mspmfa.authenticators.conversation.ConversationActionFactory;
import io.mspmfa.providers.ids.ActionIds;

/** {@code kc_action=msp-mfa-backup-codes}. */
public final class NewBackupCodesActionFactory extends ConversationActionFactory {
    public NewBackupCodesActionFactory() {
        super(ActionIds.NEW_BACKUP_CODES, "MSP MFA: New backup codes", new NewBackupCodesAction());
    }
}
