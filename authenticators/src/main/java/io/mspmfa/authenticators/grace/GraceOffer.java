// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.grace;

import io.mspmfa.authenticators.challenge.FreshFactor;
import io.mspmfa.authenticators.door.Conversation;
import io.mspmfa.authenticators.door.Door;
import io.mspmfa.authenticators.enrolment.Enrolment;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Offers to set up a factor now or later, as long as the policy's days of grace last (A26). Once the user has chosen to
 * do it, the set-up goes on page by page in the offer's place.
 */
public final class GraceOffer implements Conversation {
    private static final long SECONDS_PER_DAY = 24L * 60 * 60;

    private final long endsAt;
    private final Consumer<Door> onLater;
    private final Conversation setUp = new FreshFactor(new Enrolment(Door::finish));

    /**
     * @param endsAt when set-up can be put off no longer, in seconds since the epoch
     * @param onLater goes on when the user puts it off; ends the turn
     */
    public GraceOffer(long endsAt, Consumer<Door> onLater) {
        this.endsAt = endsAt;
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
                .with("daysLeft", daysLeft(endsAt - door.now()))
                .with("until", door.day(Instant.ofEpochSecond(endsAt)))
                .render());
    }

    /** Days that are left, a begun one counting as one. */
    static long daysLeft(long seconds) {
        return Math.max(1, (seconds + SECONDS_PER_DAY - 1) / SECONDS_PER_DAY);
    }
}
