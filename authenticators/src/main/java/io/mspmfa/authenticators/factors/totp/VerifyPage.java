// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.totp;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.Page;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.codes.CodeCheck;
import io.mspmfa.authenticators.factors.codes.CodeRefusal;
import io.mspmfa.authenticators.factors.spi.SetUp;
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

    private final SetUp.Terms terms;
    private final Consumer<StepContext> back;
    private final Consumer<StepContext> proved;

    /**
     * @param back returns to the QR code
     * @param proved continues when the codes were correct
     */
    VerifyPage(SetUp.Terms terms, Consumer<StepContext> back, Consumer<StepContext> proved) {
        this.terms = terms;
        this.back = back;
        this.proved = proved;
    }

    @Override
    public void show(StepContext step) {
        QrLifetime lifetime = new QrLifetime(step, terms);
        if (lifetime.isOver()) {
            lifetime.showExpired();
        } else {
            step.show(page(step).render());
        }
    }

    @Override
    public void answer(StepContext step) {
        QrLifetime lifetime = new QrLifetime(step, terms);
        if (lifetime.isBegunAnew()) {
            back.accept(step);
        } else if (!lifetime.hasSecret() || lifetime.isOver()) {
            show(step);
        } else if (step.isPressed("back")) {
            back.accept(step);
        } else {
            answerCodes(step);
        }
    }

    private void answerCodes(StepContext step) {
        if (label(step).length() > LONGEST_LABEL) {
            step.show(page(step).error(LABEL, "mspMfaLabelTooLong").render());
        } else if (step.input(OTP_1).isBlank()) {
            step.show(page(step).error(OTP_1, "mspMfaOtpMissing").render());
        } else if (TotpRules.of(step, terms).asksForTwo() && step.input(OTP_2).isBlank()) {
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
            new TotpSetUpNotes(step).prove(result.usedSteps(), label(step));
            proved.accept(step);
        } else {
            refuse(step, result.verdict(), attempts.failed(attempt.getAsInt()));
        }
    }

    private OtpPair.Result judge(StepContext step) {
        Totp totp = new TotpSetUpNotes(step).secret().orElseThrow().totp();
        return TotpRules.of(step, terms).asksForTwo()
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

    private Page page(StepContext step) {
        TotpRules rules = TotpRules.of(step, terms);
        long intoStep = step.now() % NewTotp.PERIOD_SECONDS;
        return new QrLifetime(step, terms)
                .describe(step.page("msp-mfa-verify-totp.ftl"))
                .with("steps", terms.steps())
                .with("otpsRequired", rules.otpsRequired())
                .with("periodSeconds", NewTotp.PERIOD_SECONDS)
                .with("secondsToNext", NewTotp.PERIOD_SECONDS - intoStep)
                .with("userLabel", label(step));
    }

    private static String label(StepContext step) {
        return step.input(LABEL).replaceAll("\\p{Cntrl}", "").strip();
    }
}
