// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.totp;

import io.mspmfa.authenticators.backupcodes.BackupCodesNotes;
import io.mspmfa.authenticators.backupcodes.Renewal;
import io.mspmfa.authenticators.conversation.PendingActions;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.core.backupcodes.HashedCodes;
import io.mspmfa.providers.factors.ChangeLock;
import io.mspmfa.providers.factors.totp.TotpFactor;
import io.mspmfa.providers.ids.EventDetails;
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

/** The end of an enrolment: stores what was shown and proved, all in one transaction. */
final class Completion {
    private final StepContext step;
    private final UserModel user;
    private final AuthenticationSessionModel login;

    Completion(StepContext step) {
        this.step = step;
        this.user = step.user();
        this.login = step.authSession();
    }

    /**
     * Stores the app and the codes; false if another request is changing the user's factors at the moment, or if the
     * link that led here has been used up.
     */
    boolean store() {
        boolean byLink = EnrolmentRules.at(step).byLink();
        if (!ChangeLock.tryLock(step.session(), step.realm(), user) || (byLink && !LinkTerms.claim(step))) {
            return false;
        }
        EnrolmentNotes notes = new EnrolmentNotes(step);
        BackupCodesNotes codesNotes = new BackupCodesNotes(step);
        HashedCodes codes = codesNotes.shown().orElseThrow();
        storeApp(notes);
        Renewal.store(step, codes);
        if (!byLink) {
            new SessionProofs(step.session(), step.realm()).record(login, user, TotpFactor.WORD);
        }
        EnrolmentLinks.revoke(step.session(), step.realm(), user);
        dropBuiltInSetUp();
        codesNotes.clear();
        notes.complete();
        return true;
    }

    private void storeApp(EnrolmentNotes notes) {
        NewTotp secret = notes.secret().orElseThrow();
        Notice notice = TotpFactor.INSTANCE.isEnrolled(user) ? Notice.FACTOR_REPLACED : Notice.FACTOR_ADDED;
        OTPCredentialModel stored = TotpFactor.INSTANCE.replace(user, secret.toCredential(notes.label()));
        NewTotp.burn(step.session(), user, stored, notes.provedBy());
        step.newEvent()
                .event(EventType.UPDATE_CREDENTIAL)
                .user(user)
                .detail(EventDetails.BY, EnrolmentRules.at(step).byLink() ? LinkTerms.BY_LINK : null)
                .detail(Details.CREDENTIAL_TYPE, TotpFactor.TYPE)
                .detail(Details.CREDENTIAL_ID, stored.getId())
                .success();
        Notifications.send(step.session(), step.realm(), user, notice, TotpFactor.TYPE);
    }

    /** Also completes Keycloak's own set-up action if it is pending, unless the user asked for it by name. */
    private void dropBuiltInSetUp() {
        String builtIn = RequiredAction.CONFIGURE_TOTP.name();
        if (builtIn.equals(login.getClientNote(Constants.KC_ACTION))) {
            return;
        }
        login.removeRequiredAction(builtIn);
        PendingActions.takeOff(user, builtIn);
    }
}
