// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enrolment;

import io.mspmfa.authenticators.backupcodes.BackupCodesNotes;
import io.mspmfa.authenticators.backupcodes.Renewal;
import io.mspmfa.authenticators.conversation.PendingActions;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.spi.SetUp;
import io.mspmfa.core.backupcodes.HashedCodes;
import io.mspmfa.providers.factors.ChangeLock;
import io.mspmfa.providers.links.EnrolmentLinks;
import io.mspmfa.providers.proof.SessionProofs;
import org.keycloak.models.Constants;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The end of an enrolment: stores what was shown and proved, all in one transaction. */
final class Completion {
    private final StepContext step;
    private final SetUp setUp;
    private final UserModel user;
    private final AuthenticationSessionModel login;

    Completion(StepContext step, SetUp setUp) {
        this.step = step;
        this.setUp = setUp;
        this.user = step.user();
        this.login = step.authSession();
    }

    /**
     * Stores the factor and the codes; false if another request is changing the user's factors at the moment, or if the
     * link that led here has been used up.
     */
    boolean store() {
        boolean byLink = Steps.isByLink(step);
        if (!ChangeLock.tryLock(step.session(), step.realm(), user) || (byLink && !LinkTerms.claim(step))) {
            return false;
        }
        BackupCodesNotes codesNotes = new BackupCodesNotes(step);
        HashedCodes codes = codesNotes.shown().orElseThrow();
        setUp.store(step, byLink ? LinkTerms.BY_LINK : null);
        Renewal.store(step, codes);
        if (!byLink) {
            new SessionProofs(step.session(), step.realm()).record(login, user, setUp.word());
        }
        EnrolmentLinks.revoke(step.session(), step.realm(), user);
        dropBuiltInSetUp();
        codesNotes.clear();
        setUp.forget(step);
        new EnrolmentNotes(step).complete();
        return true;
    }

    /** Also completes Keycloak's own set-up actions if they are pending, unless the user asked for one by name. */
    private void dropBuiltInSetUp() {
        for (String builtIn : setUp.builtInActions()) {
            if (!builtIn.equals(login.getClientNote(Constants.KC_ACTION))) {
                login.removeRequiredAction(builtIn);
                PendingActions.takeOff(user, builtIn);
            }
        }
    }
}
