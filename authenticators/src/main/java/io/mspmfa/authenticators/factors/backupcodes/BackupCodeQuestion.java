// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.backupcodes;

import io.mspmfa.authenticators.conversation.Page;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.codes.CodeCheck;
import io.mspmfa.authenticators.factors.codes.CodeRefusal;
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

    /** True even if no code is left: the user then gets the message for a wrong code. */
    @Override
    public boolean isUsable(StepContext step) {
        return true;
    }

    @Override
    public boolean isOffered(StepContext step) {
        return BackupCodes.INSTANCE.left(step.user()) > 0;
    }

    @Override
    public void show(StepContext step, Setting setting) {
        step.show(page(step, setting).render());
    }

    @Override
    public void answer(StepContext step, Setting setting, BiConsumer<StepContext, String> passed) {
        String code = step.input(BACKUP_CODE);
        if (code.isBlank()) {
            step.show(page(step, setting)
                    .error(BACKUP_CODE, "mspMfaBackupCodeMissing")
                    .render());
            return;
        }
        Verdict verdict = new CodeCheck(step).backupCode(code);
        if (verdict.isAccepted()) {
            passed.accept(step, word());
        } else {
            new CodeRefusal(step, word()).refuse(verdict, BACKUP_CODE, page(step, setting));
        }
    }

    private static Page page(StepContext step, Setting setting) {
        return setting.pageOfStandIn(step, "msp-mfa-backup-code.ftl")
                .with("lockedSeconds", new CodeCheck(step).secondsLocked());
    }
}
