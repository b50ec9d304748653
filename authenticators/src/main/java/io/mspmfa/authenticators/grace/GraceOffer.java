// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.grace;

import io.mspmfa.authenticators.challenge.FreshFactor;
import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.totp.Enrolment;
import io.mspmfa.core.enforcement.GracePeriod;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Offers to set up a factor now or later, as long as the policy's days of grace last (A26). Once the user has chosen to
 * do it, the set-up goes on page by page in the offer's place.
 */
public final class GraceOffer implements Conversation {
    private final GracePeriod grace;
    private final Consumer<StepContext> onLater;
    private final Conversation setUp = new FreshFactor(new Enrolment(StepContext::finish));

    /**
     * @param grace for how long set-up can be put off; not over yet
     * @param onLater goes on when the user puts it off; ends the turn
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
            showOffer(step);
        }
    }

    @Override
    public void answer(StepContext step) {
        GraceNotes notes = new GraceNotes(step.authSession());
        if (notes.isAccepted()) {
            setUp.answer(step);
        } else if (step.isPressed("later")) {
            onLater.accept(step);
        } else if (step.isPressed("next")) {
            notes.accept();
            setUp.show(step);
        } else {
            showOffer(step);
        }
    }

    private void showOffer(StepContext step) {
        step.show(step.page("msp-mfa-method.ftl")
                .with("daysLeft", grace.daysLeft(step.now()))
                .with("until", step.day(Instant.ofEpochSecond(grace.end())))
                .render());
    }
}
