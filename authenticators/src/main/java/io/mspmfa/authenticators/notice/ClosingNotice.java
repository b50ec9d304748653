// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.notice;

import io.mspmfa.authenticators.backupcodes.Renewal;
import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.OpenNotes;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.core.policy.Mode;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.backupcodes.BackupCodesCredentialProvider;
import io.mspmfa.providers.factors.backupcodes.BackupCodes;
import java.util.function.Consumer;

/** Says what has just happened and how many backup codes are left; offers a new set if there are few. */
public final class ClosingNotice implements Conversation {
    /** The name under which it is resumed. */
    public static final String NAME = "notice";

    private final Consumer<StepContext> end;

    /** What has happened. */
    public enum Event {
        ENROLLED("enrolled"),
        BACKUP_CODE_USED("backup-code-used");

        private final String word;

        Event(String word) {
            this.word = word;
        }
    }

    /**
     * @param end continues when the user has read it
     */
    public ClosingNotice(Consumer<StepContext> end) {
        this.end = end;
    }

    /** Makes the notice the current page, and shows it. */
    public void open(StepContext step, Event event) {
        new OpenNotes(step.authSession()).open(step.id(), NAME, event.word);
        show(step);
    }

    @Override
    public void show(StepContext step) {
        int remaining = BackupCodes.INSTANCE.left(step.user());
        step.show(step.page("msp-mfa-done.ftl")
                .with(
                        "event",
                        new OpenNotes(step.authSession())
                                .at(step.id())
                                .map(OpenNotes.Open::argument)
                                .orElseThrow())
                .with("remaining", remaining)
                .with("adaptive", step.policy().get(PolicyField.MODE) == Mode.ADAPTIVE)
                .with("cancellable", false)
                .with("low", remaining <= BackupCodesCredentialProvider.FEW)
                .render());
    }

    @Override
    public void answer(StepContext step) {
        new OpenNotes(step.authSession()).close();
        if (step.isPressed("newCodes")) {
            new Renewal(Renewal.Reason.RENEWAL, end).show(step);
        } else {
            end.accept(step);
        }
    }
}
