// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.selfservice;

import io.mspmfa.authenticators.door.Conversation;
import io.mspmfa.authenticators.door.Door;
import io.mspmfa.authenticators.door.Page;
import io.mspmfa.authenticators.factors.codes.CodeCheck;
import io.mspmfa.authenticators.factors.codes.Refusal;
import io.mspmfa.providers.attempts.Verdict;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.factors.backupcodes.BackupCodes;
import io.mspmfa.providers.notifications.Notice;
import io.mspmfa.providers.notifications.Notifications;
import io.mspmfa.providers.proof.SessionProofs;
import java.util.List;
import java.util.function.Consumer;
import org.keycloak.credential.CredentialModel;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;

/** Switches two-factor authentication off for one backup code, which is spent. No other code does it (L13). */
final class Disabling implements Conversation {
    private static final String BACKUP_CODE = "backupCode";

    private final boolean fromManage;
    private final Consumer<Door> done;
    private final Consumer<Door> back;

    /**
     * @param fromManage whether there is a page to go back to
     * @param done goes on when it is off
     * @param back goes on when the user thought better of it
     */
    Disabling(boolean fromManage, Consumer<Door> done, Consumer<Door> back) {
        this.fromManage = fromManage;
        this.done = done;
        this.back = back;
    }

    @Override
    public void show(Door door) {
        String reason = Permissions.of(door).reasonAgainstDisabling();
        if (!SecondFactors.exist(door.user(), door.policy())) {
            door.refuse("mspMfaNothingToDisable");
        } else if (reason != null) {
            door.refuse("mspMfaNotAllowed");
        } else {
            door.show(page(door).render());
        }
    }

    @Override
    public void answer(Door door) {
        if (fromManage && door.isPressed("back")) {
            back.accept(door);
        } else if (!Permissions.of(door).allow(Task.DISABLE)) {
            show(door);
        } else if (door.input(BACKUP_CODE).isBlank()) {
            door.show(page(door).error(BACKUP_CODE, "mspMfaBackupCodeMissing").render());
        } else {
            check(door);
        }
    }

    private void check(Door door) {
        Verdict verdict = new CodeCheck(door).backupCode(door.input(BACKUP_CODE));
        if (verdict.isAccepted()) {
            removeAll(door);
            done.accept(door);
        } else {
            new Refusal(door, BackupCodes.WORD, EventType.REMOVE_CREDENTIAL).refuse(verdict, BACKUP_CODE, page(door));
        }
    }

    private static void removeAll(Door door) {
        List<CredentialModel> gone = SecondFactors.removeCounting(door.user(), door.policy());
        for (CredentialModel removed : gone) {
            door.newEvent()
                    .event(EventType.REMOVE_CREDENTIAL)
                    .user(door.user())
                    .detail(Details.CREDENTIAL_TYPE, removed.getType())
                    .detail(Details.CREDENTIAL_ID, removed.getId())
                    .success();
        }
        Notifications.send(
                door.session(),
                door.realm(),
                door.user(),
                Notice.FACTOR_REMOVED,
                gone.get(0).getType());
        new SessionProofs(door.session(), door.realm()).clear(door.login());
    }

    private Page page(Door door) {
        return door.page("msp-mfa-disable.ftl")
                .with("fromManage", fromManage)
                .with("cancellable", !fromManage && door.isCancellable());
    }
}
