// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.grace;

import io.mspmfa.authenticators.challenge.FreshFactor;
import io.mspmfa.authenticators.door.Conversation;
import io.mspmfa.authenticators.door.Door;
import io.mspmfa.authenticators.enrolment.Enrolment;
import io.mspmfa.core.enforcement.GracePeriod;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Offers to set up a factor now or later, as long as the policy's days of grace last (A26). Once the user has chosen to
 * do it, the set-up goes on page by page in the offer's place.
 */
public final class GraceOffer implements Conversation {
    private final GracePeriod grace;
    private final Consumer<Door> onLater;
    private final Conversation setUp = new FreshFactor(new Enrolment(Door::finish));

    /**
     * @param grace for how long set-up can be put off; not over yet
     * @param onLater goes on when the user puts it off; ends the turn
     */
    public GraceOffer(GracePeriod grace, Consumer<Door> onLater) {
        this.grace = grace;
        this.onLater = onLater;
    }

    @Override
    public void show(Door door) {
        if (new GraceNotes(door.login()).isAccepted()) {
            setUp.show(door);
        } else {
            showOffer(door);
        }
    }

    @Override
    public void answer(Door door) {
        GraceNotes notes = new GraceNotes(door.login());
        if (notes.isAccepted()) {
            setUp.answer(door);
        } else if (door.isPressed("later")) {
            onLater.accept(door);
        } else if (door.isPressed("next")) {
            notes.accept();
            setUp.show(door);
        } else {
            showOffer(door);
        }
    }

    private void showOffer(Door door) {
        door.show(door.page("msp-mfa-method.ftl")
                .with("daysLeft", grace.daysLeft(door.now()))
                .with("until", door.day(Instant.ofEpochSecond(grace.end())))
                .render());
    }
}
