// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.selfservice;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.Page;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.AllFactorPages;
import io.mspmfa.authenticators.factors.spi.ManageRow;
import io.mspmfa.core.backupcodes.HashedCodes;
import io.mspmfa.core.enforcement.Obligation;
import io.mspmfa.providers.backupcodes.BackupCodesCredentialProvider;
import io.mspmfa.providers.factors.backupcodes.BackupCodes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The page that shows a user's second factors and what the user may do with them. */
final class ManagePage implements Conversation {
    private final BiConsumer<StepContext, Task> chosen;

    /**
     * @param chosen continues with the task that the user has chosen and may do
     */
    ManagePage(BiConsumer<StepContext, Task> chosen) {
        this.chosen = chosen;
    }

    @Override
    public void show(StepContext step) {
        show(step, null);
    }

    /** Shows the page with a message about what was just done. */
    void show(StepContext step, @Nullable String message) {
        step.show(page(step).success(message).render());
    }

    @Override
    public void answer(StepContext step) {
        Optional<Task> task = Task.ofButton(step.input("action"));
        if (step.isPressed("finish")) {
            step.finish();
        } else if (task.isPresent() && Permissions.of(step).allow(task.get())) {
            chosen.accept(step, task.get());
        } else {
            // the page doesn't offer this button, or shows it disabled
            show(step);
        }
    }

    private static Page page(StepContext step) {
        Permissions permissions = Permissions.of(step);
        List<ManageRow> rows = AllFactorPages.rows(step);
        return step.page("msp-mfa-manage.ftl")
                .with("enabled", permissions.enrolled())
                .with("mode", mode(step))
                .with("since", rows.stream().findFirst().map(ManageRow::since).orElse(null))
                .with("rows", rows.stream().map(ManageRow::model).toList())
                .with(
                        "backup",
                        BackupCodes.INSTANCE
                                .codes(step.user())
                                .map(ManagePage::backup)
                                .orElse(null))
                .with("canChange", permissions.allow(Task.REPLACE))
                .with("canEnable", permissions.allow(Task.ENABLE))
                .with("canDisable", permissions.allow(Task.DISABLE))
                .with("disableReason", permissions.reasonAgainstDisabling());
    }

    /** What the policy means for this user, expressed as a mode. */
    private static String mode(StepContext step) {
        if (step.policy().isOff()) {
            return "off";
        }
        return step.obligation().kind() == Obligation.Kind.REQUIRED ? "required" : "optional";
    }

    private static Map<String, Object> backup(HashedCodes codes) {
        int remaining = codes.countUnused();
        return Map.of(
                "remaining",
                remaining,
                "total",
                codes.codes().size(),
                "low",
                remaining <= BackupCodesCredentialProvider.FEW);
    }
}
