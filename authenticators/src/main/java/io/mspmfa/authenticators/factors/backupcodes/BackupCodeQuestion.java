// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.backupcodes;

import io.mspmfa.authenticators.door.Door;
import io.mspmfa.authenticators.door.Page;
import io.mspmfa.authenticators.factors.codes.CodeCheck;
import io.mspmfa.authenticators.factors.codes.Refusal;
import io.mspmfa.authenticators.factors.spi.Question;
import io.mspmfa.authenticators.factors.spi.Setting;
import io.mspmfa.providers.attempts.Verdict;
import io.mspmfa.providers.factors.backupcodes.BackupCodes;
import java.util.function.BiConsumer;

/** Asks for a backup code. */
public final class BackupCodeQuestion implements Question {
    private static final String BACKUP_CODE = "backupCode";

    @Override
    public String word() {
        return BackupCodes.WORD;
    }

    /** Also without any code left: whoever has none is told so in the words for a wrong one. */
    @Override
    public boolean isUsable(Door door) {
        return true;
    }

    @Override
    public boolean isOffered(Door door) {
        return BackupCodes.INSTANCE.left(door.user()) > 0;
    }

    @Override
    public void show(Door door, Setting setting) {
        door.show(page(door, setting).render());
    }

    @Override
    public void answer(Door door, Setting setting, BiConsumer<Door, String> passed) {
        String code = door.input(BACKUP_CODE);
        if (code.isBlank()) {
            door.show(page(door, setting)
                    .error(BACKUP_CODE, "mspMfaBackupCodeMissing")
                    .render());
            return;
        }
        Verdict verdict = new CodeCheck(door).backupCode(code);
        if (verdict.isAccepted()) {
            passed.accept(door, word());
        } else {
            new Refusal(door, word()).refuse(verdict, BACKUP_CODE, page(door, setting));
        }
    }

    private static Page page(Door door, Setting setting) {
        return setting.page(door, "msp-mfa-backup-code.ftl").with("lockedSeconds", new CodeCheck(door).secondsLocked());
    }
}
