// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enrolment;

import io.mspmfa.authenticators.factors.spi.SetUp;

/** A step of the enrolment wizard. The names are stored in authentication sessions. */
enum Stage {
    /** The first half of setting up the factor. */
    SCAN,
    BACKUP_CODES,
    /** The second half. */
    VERIFY;

    /** Its name on the page. */
    String word(SetUp setUp) {
        return switch (this) {
            case SCAN -> setUp.preparationWord();
            case BACKUP_CODES -> "backupCodes";
            case VERIFY -> setUp.proofWord();
        };
    }
}
