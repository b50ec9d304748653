// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.totp;

/** A step of the enrolment wizard. */
enum Stage {
    SCAN("scan"),
    BACKUP_CODES("backupCodes"),
    VERIFY("verify");

    private final String word;

    Stage(String word) {
        this.word = word;
    }

    /** Its name on the page. */
    String word() {
        return word;
    }
}
