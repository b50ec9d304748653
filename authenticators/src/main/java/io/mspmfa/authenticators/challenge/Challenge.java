// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.challenge;

import io.mspmfa.authenticators.door.Conversation;
import io.mspmfa.authenticators.door.Door;
import io.mspmfa.authenticators.door.Page;
import io.mspmfa.providers.attempts.Verdict;
import io.mspmfa.providers.backupcodes.BackupCodesCredentialProvider;
import io.mspmfa.providers.factors.Factors;
import io.mspmfa.providers.totp.MspOtpCredentialProvider;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.keycloak.credential.CredentialModel;

/** Asks for the second factor: the code of an authenticator app or, on a page of its own, a backup code. */
public final class Challenge implements Conversation {
    private static final String USE = "use";
    private static final String CODE = "code";
    private static final String BACKUP_CODE = "backupCode";

    private final Purpose purpose;
    private final BiConsumer<Door, String> passed;

    /** What the factor is asked for. */
    public enum Purpose {
        /** To end a login. */
        LOGIN,
        /** To change something, though already logged in. */
        CONFIRM
    }

    /**
     * @param purpose decides the words on the page
     * @param passed goes on after a right code, with the name of the method that it belonged to
     */
    public Challenge(Purpose purpose, BiConsumer<Door, String> passed) {
        this.purpose = purpose;
        this.passed = passed;
    }

    @Override
    public void show(Door door) {
        door.show(duePage(door).render());
    }

    @Override
    public void answer(Door door) {
        ChallengeNotes notes = new ChallengeNotes(door);
        String use = door.input(USE);
        if (use.equals(BackupCodesCredentialProvider.METHOD)) {
            notes.turnToBackupCode();
            show(door);
        } else if (use.equals(MspOtpCredentialProvider.METHOD)) {
            notes.turnToApp();
            show(door);
        } else if (notes.isAtBackupCode()) {
            checkBackupCode(door);
        } else {
            checkAppCode(door);
        }
    }

    private void checkAppCode(Door door) {
        String code = door.input(CODE);
        if (code.isBlank()) {
            door.show(duePage(door).error(CODE, "mspMfaOtpMissing").render());
            return;
        }
        conclude(door, new CodeCheck(door).app(code), MspOtpCredentialProvider.METHOD, CODE);
    }

    private void checkBackupCode(Door door) {
        String code = door.input(BACKUP_CODE);
        if (code.isBlank()) {
            door.show(
                    duePage(door).error(BACKUP_CODE, "mspMfaBackupCodeMissing").render());
            return;
        }
        Verdict verdict = new CodeCheck(door).backupCode(code);
        conclude(door, verdict, BackupCodesCredentialProvider.METHOD, BACKUP_CODE);
    }

    private void conclude(Door door, Verdict verdict, String method, String field) {
        if (verdict.isAccepted()) {
            new ChallengeNotes(door).turnToApp();
            passed.accept(door, method);
        } else {
            new Refusal(door, method).refuse(verdict, field, duePage(door));
        }
    }

    private Page duePage(Door door) {
        boolean atBackupCode = new ChallengeNotes(door).isAtBackupCode();
        Factors factors = new Factors(door.user());
        return door.page(atBackupCode ? "msp-mfa-backup-code.ftl" : "msp-mfa-challenge.ftl")
                .with("purpose", purpose.name().toLowerCase(Locale.ROOT))
                .with("method", MspOtpCredentialProvider.METHOD)
                .with(
                        "deviceLabel",
                        factors.app().map(CredentialModel::getUserLabel).orElse(null))
                .with("digits", factors.longestAppCode())
                .with("hasBackupCodes", factors.backupCodesLeft() > 0)
                .with("lockedSeconds", new CodeCheck(door).secondsLocked());
    }
}
