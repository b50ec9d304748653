// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.selfservice;

import io.mspmfa.authenticators.backupcodes.Renewal;
import io.mspmfa.authenticators.challenge.FreshFactor;
import io.mspmfa.authenticators.door.Conversation;
import io.mspmfa.authenticators.door.ConversationAction;
import io.mspmfa.authenticators.door.Door;
import io.mspmfa.authenticators.enrolment.Enrolment;
import io.mspmfa.authenticators.resume.Conversations;
import java.util.Optional;
import java.util.function.Consumer;

/** Self-service: a page that shows what there is, and the tasks that lead away from it and back. */
final class ManageAction extends ConversationAction {
    @Override
    protected Conversation current(Door door) {
        Optional<Task> task = new ManageNotes(door).task();
        return task.isPresent() ? conversation(door, task.get()) : new ManagePage(this::begin);
    }

    private void begin(Door door, Task task) {
        new ManageNotes(door).begin(task);
        current(door).show(door);
    }

    private Conversation conversation(Door door, Task task) {
        Consumer<Door> back = finished -> returnToPage(finished, task);
        return Conversations.resume(door, back)
                .map(open -> open instanceof Renewal ? new FreshFactor(open) : open)
                .orElseGet(() -> begin(task, back));
    }

    private Conversation begin(Task task, Consumer<Door> back) {
        return switch (task) {
            case ENABLE, REPLACE -> new FreshFactor(new Enrolment(back));
            case NEW_BACKUP_CODES -> new FreshFactor(new Renewal(Renewal.Reason.RENEWAL, back));
            case DISABLE -> new Disabling(true, back, this::abandon);
        };
    }

    private void returnToPage(Door door, Task task) {
        new ManageNotes(door).end();
        new ManagePage(this::begin).show(door, task.doneMessage());
    }

    private void abandon(Door door) {
        new ManageNotes(door).end();
        new ManagePage(this::begin).show(door);
    }
}
