// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enrolment;

import io.mspmfa.authenticators.backupcodes.BackupCodesNotes;
import io.mspmfa.authenticators.backupcodes.Renewal;
import io.mspmfa.authenticators.conversation.PendingActions;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.spi.SetUp;
import io.mspmfa.authenticators.factors.spi.Wish;
import io.mspmfa.providers.factors.ChangeLock;
import io.mspmfa.providers.links.EnrolmentLinks;
import io.mspmfa.providers.proof.SessionProofs;
import java.util.List;
import org.keycloak.models.Constants;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The end of an enrolment: stores what was shown and proved, all in one transaction. */
final class Completion {
    private final StepContext step;
    private final SetUp setUp;
    private final Wish wish;
    private final UserModel user;
    private final AuthenticationSessionModel login;

    Completion(StepContext step, SetUp setUp, Wish wish) {
        this.step = step;
        this.setUp = setUp;
        this.wish = wish;
        this.user = step.user();
        this.login = step.authSession();
    }

    /**
     * Stores the factor and the codes; false if another request is changing the user's factors at the moment, if another
     * user has what only one may have, or if the link that led here has been used up.
     */
    boolean store() {
        boolean byLink = Enrolment.isByLink(login);
        if (!ChangeLock.tryLock(step.session(), step.realm(), user)
                || !setUp.reserve(step)
                || (byLink && !LinkTerms.claim(step))) {
            return false;
        }
        boolean withCodes = Steps.of(step, setUp, wish).includeCodes();
        setUp.store(step, wish, byLink ? LinkTerms.BY_LINK : null);
        if (withCodes) {
            BackupCodesNotes codes = new BackupCodesNotes(step);
            Renewal.store(step, codes.shown().orElseThrow());
            codes.clear();
        }
        if (!byLink) {
            new SessionProofs(step.session(), step.realm()).record(login, user, setUp.word());
        }
        EnrolmentLinks.revoke(step.session(), step.realm(), user);
        List<String> done = setUp.completedActions(step);
        dropBuiltInSetUp(done);
        setUp.forget(step);
        new EnrolmentNotes(step).complete(done);
        return true;
    }

    /** Also completes Keycloak's own set-up actions if they are pending, unless the user asked for one by name. */
    private void dropBuiltInSetUp(List<String> done) {
        for (String builtIn : done) {
            if (!builtIn.equals(login.getClientNote(Constants.KC_ACTION))) {
                login.removeRequiredAction(builtIn);
                PendingActions.takeOff(user, builtIn);
            }
        }
    }
}
