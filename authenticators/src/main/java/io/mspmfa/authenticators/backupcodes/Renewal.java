// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.backupcodes;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.OpenNotes;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.core.backupcodes.HashedCodes;
import io.mspmfa.providers.factors.ChangeLock;
import io.mspmfa.providers.factors.backupcodes.BackupCodes;
import io.mspmfa.providers.factors.backupcodes.BackupCodesCredentialModel;
import io.mspmfa.providers.notifications.Notice;
import io.mspmfa.providers.notifications.Notifications;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.UserModel;

/**
 * Replaces a user's backup codes. The old codes work until the user confirms that the new ones are saved, and never
 * afterwards.
 */
public final class Renewal implements Conversation {
    /** The name under which it is resumed. */
    public static final String NAME = "renewal";

    private final Reason reason;
    private final CodesPage page;

    /** Why there is a new set. */
    public enum Reason {
        /** The user asked for it. */
        RENEWAL("renewal"),
        /** The last code was used. */
        USED_UP("used-up");

        private final String word;

        Reason(String word) {
            this.word = word;
        }
    }

    /**
     * @param done continues when the new set has been stored
     */
    public Renewal(Reason reason, Consumer<StepContext> done) {
        this.reason = reason;
        this.page = new CodesPage(reason.word, page -> page, step -> store(step, done));
    }

    /** Resumes a renewal that was left open; empty if this version doesn't know its reason. */
    public static Optional<Conversation> resume(String reason, Consumer<StepContext> done) {
        return Arrays.stream(Reason.values())
                .filter(known -> known.name().equals(reason))
                .findFirst()
                .map(known -> new Renewal(known, done));
    }

    @Override
    public void show(StepContext step) {
        new OpenNotes(step.authSession()).open(step.id(), NAME, reason.name());
        page.show(step);
    }

    @Override
    public void answer(StepContext step) {
        page.answer(step);
    }

    private static void store(StepContext step, Consumer<StepContext> done) {
        BackupCodesNotes notes = new BackupCodesNotes(step);
        HashedCodes codes = notes.shown().orElseThrow();
        if (ChangeLock.tryLock(step.session(), step.realm(), step.user())) {
            store(step, codes);
            notes.clear();
            done.accept(step);
        } else {
            step.refuse("mspMfaTryAgain");
        }
    }

    /** Stores a set that the user has saved, and records it in the event log. */
    public static void store(StepContext step, HashedCodes codes) {
        UserModel user = step.user();
        String id = BackupCodes.INSTANCE.replace(user, codes).getId();
        step.newEvent()
                .event(EventType.UPDATE_CREDENTIAL)
                .user(user)
                .detail(Details.CREDENTIAL_TYPE, BackupCodesCredentialModel.TYPE)
                .detail(Details.CREDENTIAL_ID, id)
                .success();
        Notifications.send(
                step.session(), step.realm(), user, Notice.BACKUP_CODES_RENEWED, BackupCodesCredentialModel.TYPE);
    }
}
