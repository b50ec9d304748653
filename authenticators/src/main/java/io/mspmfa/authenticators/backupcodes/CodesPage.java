// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.backupcodes;

import io.mspmfa.authenticators.door.Conversation;
import io.mspmfa.authenticators.door.Door;
import io.mspmfa.authenticators.door.Page;
import io.mspmfa.core.backupcodes.BackupCode;
import io.mspmfa.core.backupcodes.HashedCodes;
import io.mspmfa.core.policy.PolicyField;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The page that shows a new set of backup codes. It can show them once: as they are rendered, only their hashes are
 * kept. Asked for again it says so, and offers to make another set.
 */
public final class CodesPage implements Conversation {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SAVED = "saved";

    private final String reason;
    private final List<Map<String, String>> steps;
    private final Consumer<Door> saved;

    /**
     * @param reason why there are new codes, for the words on the page
     * @param steps of the wizard that this page is part of; empty where it is none
     * @param saved goes on when the user confirmed that the codes are saved
     */
    public CodesPage(String reason, List<Map<String, String>> steps, Consumer<Door> saved) {
        this.reason = reason;
        this.steps = steps;
        this.saved = saved;
    }

    @Override
    public void show(Door door) {
        if (new BackupCodesNotes(door).shown().isEmpty()) {
            showNewSet(door);
        } else {
            door.show(page(door, List.of()).render());
        }
    }

    @Override
    public void answer(Door door) {
        BackupCodesNotes notes = new BackupCodesNotes(door);
        if (notes.shown().isEmpty() || door.isPressed("renew")) {
            showNewSet(door);
        } else if (Boolean.parseBoolean(door.input(SAVED))) {
            notes.confirmSaved();
            saved.accept(door);
        } else {
            door.show(page(door, List.of()).error(SAVED, "mspMfaSavedMissing").render());
        }
    }

    private void showNewSet(Door door) {
        List<String> codes = BackupCode.generate(door.policy().get(PolicyField.BACKUP_CODE_COUNT), RANDOM);
        new BackupCodesNotes(door).show(HashedCodes.of(codes, RANDOM));
        door.show(page(door, codes).render());
    }

    private Page page(Door door, List<String> codes) {
        return door.page("msp-mfa-backup-codes.ftl")
                .with("codes", codes)
                .with("reason", reason)
                .with("steps", steps.isEmpty() ? null : steps)
                .with("date", door.day(Instant.ofEpochSecond(door.now())))
                .with("fileName", fileName(door));
    }

    private static String fileName(Door door) {
        String name =
                "backup-codes-" + door.realm().getName() + "-" + door.user().getUsername();
        return name.replaceAll("[^A-Za-z0-9._@-]", "_") + ".txt";
    }
}
