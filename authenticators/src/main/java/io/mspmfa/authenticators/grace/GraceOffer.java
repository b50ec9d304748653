// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.grace;

import io.mspmfa.authenticators.challenge.FreshFactor;
import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.Page;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.enrolment.Enrolment;
import io.mspmfa.authenticators.enrolment.MethodChoice;
import io.mspmfa.authenticators.factors.spi.Wish;
import io.mspmfa.core.enforcement.GracePeriod;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Offers to set up a factor now or later, while the policy's grace period lasts (A26). Once the user has chosen to do
 * it now, the enrolment takes the place of the offer, page by page.
 */
public final class GraceOffer implements Conversation {
    private final GracePeriod grace;
    private final Consumer<StepContext> onLater;
    private final Conversation setUp = new FreshFactor(new Enrolment(Wish.FACTOR, StepContext::finish));

    /**
     * @param grace how long setting up can be postponed; must not be over yet
     * @param onLater continues when the user postpones; must end the turn
     */
    public GraceOffer(GracePeriod grace, Consumer<StepContext> onLater) {
        this.grace = grace;
        this.onLater = onLater;
    }

    @Override
    public void show(StepContext step) {
        if (new GraceNotes(step.authSession()).isAccepted()) {
            setUp.show(step);
        } else {
            show(step, choice(step).page());
        }
    }

    @Override
    public void answer(StepContext step) {
        GraceNotes notes = new GraceNotes(step.authSession());
        if (notes.isAccepted()) {
            setUp.answer(step);
        } else if (step.isPressed("later")) {
            onLater.accept(step);
        } else if (!step.isPressed("next")) {
            show(step, choice(step).page());
        } else if (choice(step).take()) {
            notes.accept();
            setUp.show(step);
        } else {
            show(step, choice(step).pageAgain());
        }
    }

    private static MethodChoice choice(StepContext step) {
        return MethodChoice.of(step, Wish.FACTOR);
    }

    private void show(StepContext step, Page page) {
        step.show(page.with("daysLeft", grace.daysLeft(step.now()))
                .with("until", step.day(Instant.ofEpochSecond(grace.end())))
                .render());
    }
}
