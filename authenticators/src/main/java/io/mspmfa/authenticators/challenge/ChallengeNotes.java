// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.challenge;

import io.mspmfa.authenticators.door.Door;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Which of its pages the challenge is at. */
final class ChallengeNotes {
    private static final String PAGE = "msp.mfa.challenge.page";
    private static final String BACKUP_CODE = "backup-code";

    private final AuthenticationSessionModel login;

    ChallengeNotes(Door door) {
        this.login = door.login();
    }

    boolean isAtBackupCode() {
        return BACKUP_CODE.equals(login.getAuthNote(PAGE));
    }

    void turnToBackupCode() {
        login.setAuthNote(PAGE, BACKUP_CODE);
    }

    void turnToApp() {
        login.removeAuthNote(PAGE);
    }
}
