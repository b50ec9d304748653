// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.backupcodes;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.Page;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.core.backupcodes.BackupCode;
import io.mspmfa.core.backupcodes.HashedCodes;
import io.mspmfa.core.policy.PolicyField;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The page that shows a new set of backup codes. It can show them only once, because only their hashes are kept once
 * they are rendered. If it is shown again, it says so and offers to create another set.
 */
public final class CodesPage implements Conversation {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SAVED = "saved";

    private final String reason;
    private final UnaryOperator<Page> frame;
    private final Consumer<StepContext> saved;

    /**
     * @param reason why there are new codes, which decides the text on the page
     * @param frame gives the page what the wizard that it is part of shows around it
     * @param saved continues when the user has confirmed that the codes are saved
     */
    public CodesPage(String reason, UnaryOperator<Page> frame, Consumer<StepContext> saved) {
        this.reason = reason;
        this.frame = frame;
        this.saved = saved;
    }

    @Override
    public void show(StepContext step) {
        if (new BackupCodesNotes(step).shown().isEmpty()) {
            showNewSet(step);
        } else {
            step.show(page(step, List.of()).render());
        }
    }

    @Override
    public void answer(StepContext step) {
        BackupCodesNotes notes = new BackupCodesNotes(step);
        if (notes.shown().isEmpty() || step.isPressed("renew")) {
            showNewSet(step);
        } else if (Boolean.parseBoolean(step.input(SAVED))) {
            notes.confirmSaved();
            saved.accept(step);
        } else {
            step.show(page(step, List.of()).error(SAVED, "mspMfaSavedMissing").render());
        }
    }

    private void showNewSet(StepContext step) {
        List<String> codes = BackupCode.generate(step.policy().get(PolicyField.BACKUP_CODE_COUNT), RANDOM);
        new BackupCodesNotes(step).show(HashedCodes.of(codes, RANDOM));
        step.show(page(step, codes).render());
    }

    private Page page(StepContext step, List<String> codes) {
        return frame.apply(step.page("msp-mfa-backup-codes.ftl"))
                .with("codes", codes)
                .with("reason", reason)
                .with("date", step.day(Instant.ofEpochSecond(step.now())))
                .with("fileName", fileName(step));
    }

    private static String fileName(StepContext step) {
        String name =
                "backup-codes-" + step.realm().getName() + "-" + step.user().getUsername();
        return name.replaceAll("[^A-Za-z0-9._@-]", "_") + ".txt";
    }
}
