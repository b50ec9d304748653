// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.resume;

import io.mspmfa.authenticators.backupcodes.Renewal;
import io.mspmfa.authenticators.door.Conversation;
import io.mspmfa.authenticators.door.Door;
import io.mspmfa.authenticators.door.OpenNotes;
import io.mspmfa.authenticators.notice.Notice;
import java.util.Optional;
import java.util.function.Consumer;

/** The conversations that can be left open from one page to the next, whatever led to them. */
public final class Conversations {
    private Conversations() {}

    /**
     * The conversation that a door is in the middle of, as it was begun; empty where it is in none.
     *
     * @param end goes on when it is over
     */
    public static Optional<Conversation> resume(Door door, Consumer<Door> end) {
        return new OpenNotes(door.login()).at(door.id()).flatMap(open -> switch (open.name()) {
            case Renewal.NAME -> Renewal.resume(open.argument(), end);
            case Notice.NAME -> Optional.of(new Notice(end));
            default -> Optional.empty();
        });
    }
}
