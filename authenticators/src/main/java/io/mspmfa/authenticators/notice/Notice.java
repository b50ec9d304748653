// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.notice;

import io.mspmfa.authenticators.backupcodes.Renewal;
import io.mspmfa.authenticators.door.Conversation;
import io.mspmfa.authenticators.door.Door;
import io.mspmfa.providers.backupcodes.BackupCodesCredentialProvider;
import io.mspmfa.providers.factors.backupcodes.BackupCodes;
import java.util.function.Consumer;

/** Tells what just happened, and how many backup codes are left; offers a new set where they are few. */
public final class Notice implements Conversation {
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

    /** Whether a door has a notice to show. */
    public static boolean isOpen(Door door) {
        return new NoticeNotes(door.login()).isOpenAt(door.id());
    }

    /** Makes the notice the page that is due, and shows it. */
    public void open(Door door, Event event) {
        new NoticeNotes(door.login()).open(door.id(), event.word);
        show(door);
    }

    @Override
    public void show(Door door) {
        int remaining = BackupCodes.INSTANCE.left(door.user());
        door.show(door.page("msp-mfa-done.ftl")
                .with("event", new NoticeNotes(door.login()).event())
                .with("remaining", remaining)
                .with("cancellable", false)
                .with("low", remaining <= BackupCodesCredentialProvider.FEW)
                .render());
    }

    @Override
    public void answer(Door door) {
        new NoticeNotes(door.login()).close();
        if (door.isPressed("newCodes")) {
            new Renewal(Renewal.Reason.RENEWAL, end).show(door);
        } else {
            end.accept(door);
        }
    }
}
