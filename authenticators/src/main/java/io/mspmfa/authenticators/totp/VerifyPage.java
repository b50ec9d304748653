// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.totp;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.Page;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.codes.CodeCheck;
import io.mspmfa.authenticators.factors.codes.CodeRefusal;
import io.mspmfa.core.totp.OtpPair;
import io.mspmfa.core.totp.Totp;
import io.mspmfa.providers.attempts.Attempts;
import io.mspmfa.providers.attempts.Verdict;
import io.mspmfa.providers.factors.totp.TotpFactor;
import io.mspmfa.providers.totp.NewTotp;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;

/** The page that asks for one or two codes for the scanned secret. */
final class VerifyPage implements Conversation {
    private static final String OTP_1 = "otp1";
    private static final String OTP_2 = "otp2";
    private static final String LABEL = "userLabel";
    private static final int LONGEST_LABEL = 60;

    private final Consumer<StepContext> proved;

    /**
     * @param proved continues when the codes were correct
     */
    VerifyPage(Consumer<StepContext> proved) {
        this.proved = proved;
    }

    @Override
    public void show(StepContext step) {
        step.show(page(step).render());
    }

    @Override
    public void answer(StepContext step) {
        if (step.isPressed("back")) {
            new EnrolmentNotes(step).turnTo(Stage.SCAN);
            new ScanPage().show(step);
        } else if (label(step).length() > LONGEST_LABEL) {
            step.show(page(step).error(LABEL, "mspMfaLabelTooLong").render());
        } else if (step.input(OTP_1).isBlank()) {
            step.show(page(step).error(OTP_1, "mspMfaOtpMissing").render());
        } else if (EnrolmentRules.at(step).asksForTwo() && step.input(OTP_2).isBlank()) {
            step.show(page(step).error(OTP_2, "mspMfaOtpMissing").render());
        } else {
            check(step);
        }
    }

    private void check(StepContext step) {
        CodeCheck check = new CodeCheck(step);
        Attempts attempts = check.attempts();
        OptionalInt attempt = check.isLockedByKeycloak() ? OptionalInt.empty() : attempts.begin();
        if (attempt.isEmpty()) {
            refusal(step).lock(check.secondsLocked());
            return;
        }
        OtpPair.Result result = judge(step);
        if (result.verdict() == OtpPair.Verdict.ACCEPTED) {
            attempts.succeeded(attempt.getAsInt());
            new EnrolmentNotes(step).prove(result.usedSteps(), label(step));
            proved.accept(step);
        } else {
            refuse(step, result.verdict(), attempts.failed(attempt.getAsInt()));
        }
    }

    private static OtpPair.Result judge(StepContext step) {
        Totp totp = new EnrolmentNotes(step).secret().orElseThrow().totp();
        return EnrolmentRules.at(step).asksForTwo()
                ? OtpPair.checkTwo(totp, step.input(OTP_1), step.input(OTP_2), step.now())
                : OtpPair.checkOne(totp, step.input(OTP_1), step.now());
    }

    private void refuse(StepContext step, OtpPair.Verdict fault, Verdict attempt) {
        if (attempt.outcome() == Verdict.Outcome.LOCKED) {
            refusal(step).lock(attempt.number());
            return;
        }
        refusal(step).report(Errors.INVALID_USER_CREDENTIALS);
        Page page = page(step);
        switch (fault) {
            case FIRST_WRONG -> page.error(OTP_1, "mspMfaOtpWrongTries", attempt.number());
            case SECOND_WRONG -> page.error(OTP_2, "mspMfaOtpWrongTries", attempt.number());
            case FIRST_TOO_OLD -> page.error(OTP_1, "mspMfaOtpOld");
            case SECOND_TOO_OLD -> page.error(OTP_2, "mspMfaOtpOld");
            case SAME_CODE -> page.error(OTP_2, "mspMfaOtpSame");
            case SECOND_NOT_LATER -> page.error(OTP_2, "mspMfaOtpOrder");
            case FIRST_MISSING -> page.error(OTP_1, "mspMfaOtpMissing");
            case SECOND_MISSING -> page.error(OTP_2, "mspMfaOtpMissing");
            case ACCEPTED -> throw new IllegalArgumentException("An accepted code is not refused");
        }
        step.showFailure(page.render());
    }

    private static CodeRefusal refusal(StepContext step) {
        return new CodeRefusal(step, TotpFactor.WORD, EventType.UPDATE_CREDENTIAL);
    }

    private static Page page(StepContext step) {
        EnrolmentRules rules = EnrolmentRules.at(step);
        long intoStep = step.now() % NewTotp.PERIOD_SECONDS;
        return ScanPage.about(step, step.page("msp-mfa-verify-totp.ftl"))
                .with("steps", rules.indicator(Stage.VERIFY))
                .with("otpsRequired", rules.otpsRequired())
                .with("periodSeconds", NewTotp.PERIOD_SECONDS)
                .with("secondsToNext", NewTotp.PERIOD_SECONDS - intoStep)
                .with("userLabel", label(step));
    }

    private static String label(StepContext step) {
        return step.input(LABEL).replaceAll("\\p{Cntrl}", "").strip();
    }
}
