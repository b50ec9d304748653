// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.selfservice;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.Page;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.codes.CodeCheck;
import io.mspmfa.authenticators.factors.codes.CodeRefusal;
import io.mspmfa.providers.attempts.Verdict;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.factors.backupcodes.BackupCodes;
import java.util.function.Consumer;
import org.keycloak.events.EventType;

/**
 * Switches two-factor authentication off in exchange for one backup code, which is used up. No other code is accepted
 * (L13).
 */
final class Disabling implements Conversation {
    private static final String BACKUP_CODE = "backupCode";

    private final boolean fromManage;
    private final Consumer<StepContext> done;
    private final Consumer<StepContext> back;

    /**
     * @param fromManage whether there is a page to return to
     * @param done continues when it has been switched off
     * @param back continues when the user has changed their mind
     */
    Disabling(boolean fromManage, Consumer<StepContext> done, Consumer<StepContext> back) {
        this.fromManage = fromManage;
        this.done = done;
        this.back = back;
    }

    @Override
    public void show(StepContext step) {
        String reason = Permissions.of(step).reasonAgainstDisabling();
        if (!SecondFactors.exist(step.user(), step.policy())) {
            step.refuse("mspMfaNothingToDisable");
        } else if (reason != null) {
            step.refuse("mspMfaNotAllowed");
        } else {
            step.show(page(step).render());
        }
    }

    @Override
    public void answer(StepContext step) {
        if (fromManage && step.isPressed("back")) {
            back.accept(step);
        } else if (!Permissions.of(step).allow(Task.DISABLE)) {
            show(step);
        } else if (step.input(BACKUP_CODE).isBlank()) {
            step.show(page(step).error(BACKUP_CODE, "mspMfaBackupCodeMissing").render());
        } else {
            check(step);
        }
    }

    private void check(StepContext step) {
        Verdict verdict = new CodeCheck(step).backupCode(step.input(BACKUP_CODE));
        if (verdict.isAccepted()) {
            removeAll(step);
            done.accept(step);
        } else {
            new CodeRefusal(step, BackupCodes.WORD, EventType.REMOVE_CREDENTIAL)
                    .refuse(verdict, BACKUP_CODE, page(step));
        }
    }

    private static void removeAll(StepContext step) {
        RemovalReport.send(step, SecondFactors.removeCounting(step.user(), step.policy()));
    }

    private Page page(StepContext step) {
        return step.page("msp-mfa-disable.ftl")
                .with("fromManage", fromManage)
                .with("cancellable", !fromManage && step.isCancellable());
    }
}
