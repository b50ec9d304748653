// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.notice;

import io.mspmfa.authenticators.backupcodes.Renewal;
import io.mspmfa.authenticators.door.Conversation;
import io.mspmfa.authenticators.door.Door;
import io.mspmfa.authenticators.door.OpenNotes;
import io.mspmfa.providers.backupcodes.BackupCodesCredentialProvider;
import io.mspmfa.providers.factors.backupcodes.BackupCodes;
import java.util.function.Consumer;

/** Tells what just happened, and how many backup codes are left; offers a new set where they are few. */
public final class Notice implements Conversation {
    /** The name by which it is taken up again. */
    public static final String NAME = "notice";

    private final Consumer<Door> end;

    /** What there is to tell. */
    public enum Event {
        ENROLLED("enrolled"),
        BACKUP_CODE_USED("backup-code-used");

        private final String word;

        Event(String word) {
            this.word = word;
        }
    }

    /** @param end goes on when the user has read it */
    public Notice(Consumer<Door> end) {
        this.end = end;
    }

    /** Makes the notice the page that is due, and shows it. */
    public void open(Door door, Event event) {
        new OpenNotes(door.login()).open(door.id(), NAME, event.word);
        show(door);
    }

    @Override
    public void show(Door door) {
        int remaining = BackupCodes.INSTANCE.left(door.user());
        door.show(door.page("msp-mfa-done.ftl")
                .with(
                        "event",
                        new OpenNotes(door.login())
                                .at(door.id())
                                .map(OpenNotes.Open::argument)
                                .orElseThrow())
                .with("remaining", remaining)
                .with("cancellable", false)
                .with("low", remaining <= BackupCodesCredentialProvider.FEW)
                .render());
    }

    @Override
    public void answer(Door door) {
        new OpenNotes(door.login()).close();
        if (door.isPressed("newCodes")) {
            new Renewal(Renewal.Reason.RENEWAL, end).show(door);
        } else {
            end.accept(door);
        }
    }
}
