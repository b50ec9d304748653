// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.notifications;

/** What there is to tell a user, the weightier first: of several in one request only the first is told. */
public enum Notice {
    /** An administrator took all factors away. */
    FACTORS_RESET("FactorsReset"),
    /** A factor is gone. */
    FACTOR_REMOVED("FactorRemoved"),
    /** A factor took the place of another. */
    FACTOR_REPLACED("FactorReplaced"),
    /** There is a factor that was not there before. */
    FACTOR_ADDED("FactorAdded"),
    /** A new set of backup codes took the place of the earlier one. */
    BACKUP_CODES_RENEWED("BackupCodesRenewed"),
    /** A backup code was used, and few or none are left. */
    BACKUP_CODES_LOW("BackupCodesLow");

    private final String word;

    Notice(String word) {
        this.word = word;
    }

    /** The end of the keys of its texts. */
    String word() {
        return word;
    }
}
