// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.selfservice;

import java.util.Arrays;
import java.util.Optional;

/** What a user may choose to do on the self-service page. */
enum Task {
    ENABLE("enable", "mspMfaEnabledNow"),
    REPLACE("replace", "mspMfaReplacedNow"),
    NEW_BACKUP_CODES("new-backup-codes", "mspMfaCodesRenewed"),
    DISABLE("disable", "mspMfaDisabledNow");

    private final String button;
    private final String doneMessage;

    Task(String button, String doneMessage) {
        this.button = button;
        this.doneMessage = doneMessage;
    }

    /** The task for a button's value; empty if there is none. */
    static Optional<Task> ofButton(String button) {
        return Arrays.stream(values())
                .filter(task -> task.button.equals(button))
                .findFirst();
    }

    /** The message key for success. */
    String doneMessage() {
        return doneMessage;
    }
}
