// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enrolment;

import io.mspmfa.authenticators.backupcodes.BackupCodesNotes;
import io.mspmfa.authenticators.backupcodes.Renewal;
import io.mspmfa.authenticators.door.Door;
import io.mspmfa.authenticators.door.PendingActions;
import io.mspmfa.core.backupcodes.HashedCodes;
import io.mspmfa.providers.factors.ChangeLock;
import io.mspmfa.providers.factors.totp.TotpFactor;
import io.mspmfa.providers.links.EnrolmentLinks;
import io.mspmfa.providers.notifications.Notice;
import io.mspmfa.providers.notifications.Notifications;
import io.mspmfa.providers.proof.SessionProofs;
import io.mspmfa.providers.totp.NewTotp;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.Constants;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The end of an enrolment: what was shown and proved is stored, all of it in one transaction. */
final class Completion {
    private final Door door;
    private final UserModel user;
    private final AuthenticationSessionModel login;

    Completion(Door door) {
        this.door = door;
        this.user = door.user();
        this.login = door.login();
    }

    /**
     * Stores the app and the codes; false where the user's factors are being changed by another request just now, or
     * the link that led here was used up.
     */
    boolean store() {
        boolean byLink = EnrolmentRules.at(door).byLink();
        if (!ChangeLock.tryLock(door.session(), door.realm(), user) || (byLink && !LinkTerms.claim(door))) {
            return false;
        }
        EnrolmentNotes notes = new EnrolmentNotes(door);
        BackupCodesNotes codesNotes = new BackupCodesNotes(door);
        HashedCodes codes = codesNotes.shown().orElseThrow();
        storeApp(notes);
        Renewal.store(door, codes);
        if (!byLink) {
            new SessionProofs(door.session(), door.realm()).record(login, user, TotpFactor.WORD);
        }
        EnrolmentLinks.revoke(door.session(), door.realm(), user);
        dropStockSetUp();
        codesNotes.clear();
        notes.complete();
        return true;
    }

    private void storeApp(EnrolmentNotes notes) {
        NewTotp secret = notes.secret().orElseThrow();
        Notice notice = TotpFactor.INSTANCE.isEnrolled(user) ? Notice.FACTOR_REPLACED : Notice.FACTOR_ADDED;
        OTPCredentialModel stored = TotpFactor.INSTANCE.replace(user, secret.toCredential(notes.label()));
        NewTotp.burn(door.session(), user, stored, notes.provedBy());
        door.newEvent()
                .event(EventType.UPDATE_CREDENTIAL)
                .user(user)
                .detail(LinkTerms.BY_DETAIL, EnrolmentRules.at(door).byLink() ? LinkTerms.BY_LINK : null)
                .detail(Details.CREDENTIAL_TYPE, TotpFactor.TYPE)
                .detail(Details.CREDENTIAL_ID, stored.getId())
                .success();
        Notifications.send(door.session(), door.realm(), user, notice, TotpFactor.TYPE);
    }

    /** Keycloak's own set-up, where it waits as well, is done with this; unless the user asked for it by name. */
    private void dropStockSetUp() {
        String stock = RequiredAction.CONFIGURE_TOTP.name();
        if (stock.equals(login.getClientNote(Constants.KC_ACTION))) {
            return;
        }
        login.removeRequiredAction(stock);
        PendingActions.takeOff(user, stock);
    }
}
