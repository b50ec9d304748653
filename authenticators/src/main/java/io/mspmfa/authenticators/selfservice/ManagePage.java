// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.selfservice;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.Page;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.core.backupcodes.HashedCodes;
import io.mspmfa.core.enforcement.Obligation;
import io.mspmfa.core.policy.Mode;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.backupcodes.BackupCodesCredentialProvider;
import io.mspmfa.providers.factors.backupcodes.BackupCodes;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The page that shows a user's second factors and what the user may do with them. */
final class ManagePage implements Conversation {
    private final BiConsumer<StepContext, Choice> chosen;

    /**
     * @param chosen continues with what the user has chosen and may do
     */
    ManagePage(BiConsumer<StepContext, Choice> chosen) {
        this.chosen = chosen;
    }

    @Override
    public void show(StepContext step) {
        step.show(page(step).render());
    }

    /** Shows the page with a message about what was just done. */
    void show(StepContext step, String message) {
        step.show(page(step).success(message).render());
    }

    /** Shows the page with the reason why something was not done. */
    void refuse(StepContext step, String reason) {
        step.show(page(step).problem(reason).render());
    }

    @Override
    public void answer(StepContext step) {
        Optional<String> revoked = new ManageDevices(step).press(step.input("action"));
        Optional<Choice> choice = Choice.ofButton(step.input("action"));
        if (step.isPressed("finish")) {
            step.finish();
        } else if (revoked.isPresent()) {
            show(step, revoked.get());
        } else if (choice.isEmpty()) {
            show(step);
        } else {
            choose(step, choice.get());
        }
    }

    private void choose(StepContext step, Choice choice) {
        Limits limits = new Limits(step);
        Optional<String> reason = limits.reasonAgainst(choice);
        if (reason.isPresent()) {
            // the page doesn't offer this button, or shows it disabled, or did so before another window changed
            // something
            refuse(step, reason.get());
        } else {
            chosen.accept(step, choice);
        }
    }

    private static Page page(StepContext step) {
        Limits limits = new Limits(step);
        Permissions permissions = limits.permissions();
        ManageRows rows = new ManageRows(step, limits);
        return step.page("msp-mfa-manage.ftl")
                .with("enabled", permissions.enrolled())
                .with("mode", mode(step))
                .with("since", rows.since())
                .with("rows", rows.model())
                .with("devices", new ManageDevices(step).model())
                .with(
                        "backup",
                        BackupCodes.INSTANCE
                                .codes(step.user())
                                .map(ManagePage::backup)
                                .orElse(null))
                .with("addReason", limits.reasonAgainstAdding().orElse(null))
                .with("canChange", permissions.allow(Task.NEW_BACKUP_CODES))
                .with("canEnable", permissions.allow(Task.ENABLE))
                .with("canDisable", permissions.allow(Task.DISABLE))
                .with("disableReason", permissions.reasonAgainstDisabling());
    }

    /** What the policy means for this user, expressed as a mode. */
    private static String mode(StepContext step) {
        if (step.policy().isOff()) {
            return "off";
        }
        if (step.policy().get(PolicyField.MODE) == Mode.ADAPTIVE) {
            return "adaptive";
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
