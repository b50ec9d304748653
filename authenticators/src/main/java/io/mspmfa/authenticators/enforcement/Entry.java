// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enforcement;

import io.mspmfa.authenticators.backupcodes.Renewal;
import io.mspmfa.authenticators.challenge.Challenge;
import io.mspmfa.authenticators.challenge.FreshFactor;
import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.Finished;
import io.mspmfa.authenticators.conversation.Refused;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.enrolment.Enrolment;
import io.mspmfa.authenticators.factors.spi.Setting;
import io.mspmfa.authenticators.factors.spi.Wish;
import io.mspmfa.authenticators.grace.GraceOffer;
import io.mspmfa.authenticators.notice.ClosingNotice;
import io.mspmfa.authenticators.registration.SignInAgain;
import io.mspmfa.authenticators.resume.Conversations;
import io.mspmfa.core.enforcement.LoginAnswer;
import io.mspmfa.providers.enforcement.login.LoginCheck;
import io.mspmfa.providers.enforcement.login.LoginDevice;
import io.mspmfa.providers.factors.backupcodes.BackupCodes;
import io.mspmfa.providers.links.LinkNotes;
import java.util.function.Function;
import org.keycloak.services.messages.Messages;

/** What a login must go through before it may finish: the same for the OTP form in a flow and for the login check. */
final class Entry {
    private Entry() {}

    /** The current conversation at a step. */
    static Conversation dueAt(StepContext step) {
        return dueAt(step, LoginCheck::answer);
    }

    /** The same at a step of a flow that proves a level of authentication, which takes a factor on any device (R36). */
    static Conversation dueOnAnyDevice(StepContext step) {
        return dueAt(step, LoginCheck::answerOnAnyDevice);
    }

    private static Conversation dueAt(StepContext step, Function<LoginCheck, LoginAnswer> judge) {
        if (SignInAgain.isDue(step.authSession())) {
            return new SignInAgain();
        }
        if (Enrolment.isByLink(step.authSession())) {
            return new Enrolment(Wish.FACTOR, StepContext::finish);
        }
        if (new LinkNotes(step.authSession()).isRefused()) {
            return new Refused("mspMfaNotAllowed");
        }
        if (LevelNotes.isMissed(step.authSession())) {
            return new Refused(Messages.ACR_NOT_FULFILLED);
        }
        return Conversations.resume(step, StepContext::finish).orElseGet(() -> judged(step, judge));
    }

    private static Conversation judged(StepContext step, Function<LoginCheck, LoginAnswer> judge) {
        LoginCheck loginCheck = step.loginCheck();
        return switch (judge.apply(loginCheck)) {
            case NOTHING -> new Finished();
            case CHALLENGE -> new Challenge(Setting.Purpose.LOGIN, Entry::challengePassed);
            case ENROL -> new FreshFactor(new Enrolment(Wish.FACTOR, StepContext::finish));
            case OFFER_ENROLMENT ->
                step.primaryLogin().isImpersonated()
                        ? new Refused("mspMfaNotAllowed")
                        : new GraceOffer(loginCheck.grace(), Entry::postpone);
            case RENEW_BACKUP_CODES -> new Renewal(Renewal.Reason.USED_UP, StepContext::finish);
        };
    }

    private static void postpone(StepContext step) {
        step.loginCheck().postpone();
        step.finish();
    }

    /**
     * Shows how many backup codes are left after one was used; if none is left, a new set is created before the login
     * ends.
     */
    private static void challengePassed(StepContext step, String method) {
        if (step.isPressed(Setting.REMEMBER)) {
            new LoginDevice(step.session(), step.authSession()).trust();
        }
        if (step.loginCheck().answer() == LoginAnswer.RENEW_BACKUP_CODES) {
            new Renewal(Renewal.Reason.USED_UP, StepContext::finish).show(step);
        } else if (BackupCodes.WORD.equals(method)
                && BackupCodes.INSTANCE.stored(step.user()).isPresent()) {
            new ClosingNotice(StepContext::finish).open(step, ClosingNotice.Event.BACKUP_CODE_USED);
        } else {
            step.finish();
        }
    }
}
