// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.selfservice;

import io.mspmfa.authenticators.backupcodes.Renewal;
import io.mspmfa.authenticators.challenge.FreshFactor;
import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.ConversationAction;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.enrolment.Enrolment;
import io.mspmfa.authenticators.factors.AllFactorPages;
import io.mspmfa.authenticators.factors.spi.Wish;
import io.mspmfa.authenticators.resume.Conversations;
import java.util.Optional;
import java.util.function.Consumer;

/** Self-service: a page that shows the user's factors, and the tasks that lead away from it and back. */
final class ManageAction extends ConversationAction {
    @Override
    protected Conversation current(StepContext step) {
        Optional<Choice> choice = new ManageNotes(step).choice();
        return choice.isPresent() ? conversation(step, choice.get()) : new ManagePage(this::begin);
    }

    private void begin(StepContext step, Choice choice) {
        Optional<OwnFactor> factor = new OwnFactors(step).find(choice.factorId());
        new ManageNotes(step)
                .begin(choice, factor.map(found -> found.method().json()).orElse(""));
        current(step).show(step);
    }

    private Conversation conversation(StepContext step, Choice choice) {
        Exits exits = new Exits(done -> returnToPage(done, choice), this::abandon, this::refuse);
        return Conversations.resume(step, exits.done())
                .map(open -> open instanceof Renewal ? new FreshFactor(open) : open)
                .orElseGet(() -> begin(step, choice, exits));
    }

    private Conversation begin(StepContext step, Choice choice, Exits exits) {
        Consumer<StepContext> done = exits.done();
        return switch (choice.task()) {
            case ENABLE -> new FreshFactor(new Enrolment(Wish.FACTOR, done));
            case ADD -> new FreshFactor(new Enrolment(Wish.ANOTHER, done));
            case REPLACE -> new FreshFactor(new Enrolment(new ManageNotes(step).replacement(), done));
            case PRIMARY -> new FreshFactor(new Preferring(choice, exits));
            case RENAME -> new FreshFactor(new Renaming(choice, exits));
            case REMOVE -> isLast(step, choice) ? disabling(exits) : new FreshFactor(new Removing(choice, exits));
            case NEW_BACKUP_CODES -> new FreshFactor(new Renewal(Renewal.Reason.RENEWAL, done));
            case DISABLE -> disabling(exits);
        };
    }

    private Conversation disabling(Exits exits) {
        return new Disabling(true, done -> returnToPage(done, new Choice(Task.DISABLE, "")), exits.back());
    }

    private static boolean isLast(StepContext step, Choice choice) {
        OwnFactors factors = new OwnFactors(step);
        return factors.find(choice.factorId()).filter(factors::isLast).isPresent();
    }

    private void returnToPage(StepContext step, Choice choice) {
        String message = doneMessage(step, choice);
        new ManageNotes(step).end();
        new ManagePage(this::begin).show(step, message);
    }

    private static String doneMessage(StepContext step, Choice choice) {
        if (choice.task() != Task.REPLACE) {
            return choice.task().doneMessage();
        }
        Wish replacement = new ManageNotes(step).replacement();
        return AllFactorPages.FACTORS.stream()
                .filter(pages -> replacement.accepts(pages.word()))
                .findFirst()
                .flatMap(pages -> pages.setUp().replacedMessage())
                .orElse(choice.task().doneMessage());
    }

    private void abandon(StepContext step) {
        new ManageNotes(step).end();
        new ManagePage(this::begin).show(step);
    }

    private void refuse(StepContext step, String reason) {
        new ManageNotes(step).end();
        new ManagePage(this::begin).refuse(step, reason);
    }
}
