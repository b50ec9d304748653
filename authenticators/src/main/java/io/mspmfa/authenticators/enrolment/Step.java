// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enrolment;

/** A step of the enrolment wizard. */
enum Step {
    SCAN("scan"),
    BACKUP_CODES("backupCodes"),
    VERIFY("verify");

    private final String word;

    Step(String word) {
        this.word = word;
    }

    /** How the page names it. */
    String word() {
        return word;
    }
}
