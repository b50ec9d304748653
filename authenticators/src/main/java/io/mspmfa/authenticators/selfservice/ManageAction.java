// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.selfservice;

import io.mspmfa.authenticators.backupcodes.Renewal;
import io.mspmfa.authenticators.challenge.FreshFactor;
import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.ConversationAction;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.enrolment.Enrolment;
import io.mspmfa.authenticators.factors.spi.Wish;
import io.mspmfa.authenticators.resume.Conversations;
import java.util.Optional;
import java.util.function.Consumer;

/** Self-service: a page that shows the user's factors, and the tasks that lead away from it and back. */
final class ManageAction extends ConversationAction {
    @Override
    protected Conversation current(StepContext step) {
        Optional<Task> task = new ManageNotes(step).task();
        return task.isPresent() ? conversation(step, task.get()) : new ManagePage(this::begin);
    }

    private void begin(StepContext step, Task task) {
        new ManageNotes(step).begin(task);
        current(step).show(step);
    }

    private Conversation conversation(StepContext step, Task task) {
        Consumer<StepContext> back = finished -> returnToPage(finished, task);
        return Conversations.resume(step, back)
                .map(open -> open instanceof Renewal ? new FreshFactor(open) : open)
                .orElseGet(() -> begin(task, back));
    }

    private Conversation begin(Task task, Consumer<StepContext> back) {
        return switch (task) {
            case ENABLE, REPLACE -> new FreshFactor(new Enrolment(Wish.FACTOR, back));
            case NEW_BACKUP_CODES -> new FreshFactor(new Renewal(Renewal.Reason.RENEWAL, back));
            case DISABLE -> new Disabling(true, back, this::abandon);
        };
    }

    private void returnToPage(StepContext step, Task task) {
        new ManageNotes(step).end();
        new ManagePage(this::begin).show(step, task.doneMessage());
    }

    private void abandon(StepContext step) {
        new ManageNotes(step).end();
        new ManagePage(this::begin).show(step);
    }
}
