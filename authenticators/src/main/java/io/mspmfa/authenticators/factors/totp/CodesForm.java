// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.totp;

import io.mspmfa.authenticators.conversation.Page;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.codes.CodeCheck;
import io.mspmfa.authenticators.factors.codes.CodeRefusal;
import io.mspmfa.authenticators.factors.spi.DeviceName;
import io.mspmfa.authenticators.factors.spi.Terms;
import io.mspmfa.core.totp.OtpPair;
import io.mspmfa.core.totp.Totp;
import io.mspmfa.providers.attempts.Attempts;
import io.mspmfa.providers.attempts.Verdict;
import io.mspmfa.providers.factors.totp.TotpFactor;
import io.mspmfa.providers.totp.NewTotp;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;

/** The fields for one or two codes of the scanned secret, and for the name of the device, on whichever page they are. */
final class CodesForm {
    private static final String OTP_1 = "otp1";
    private static final String OTP_2 = "otp2";

    private final Terms terms;
    private final Function<StepContext, Page> page;
    private final Consumer<StepContext> proved;

    /**
     * @param page the page that has the fields, to be shown again after a wrong answer
     * @param proved continues when the codes were correct
     */
    CodesForm(Terms terms, Function<StepContext, Page> page, Consumer<StepContext> proved) {
        this.terms = terms;
        this.page = page;
        this.proved = proved;
    }

    /** Gives a page what its fields need. */
    Page describe(StepContext step, Page shown) {
        long intoStep = step.now() % NewTotp.PERIOD_SECONDS;
        return shown.with("otpsRequired", TotpRules.of(step, terms).otpsRequired())
                .with("periodSeconds", NewTotp.PERIOD_SECONDS)
                .with("secondsToNext", NewTotp.PERIOD_SECONDS - intoStep)
                .with("userLabel", DeviceName.posted(step).text());
    }

    /** Handles what was posted, for a secret that has not expired. */
    void answer(StepContext step) {
        Optional<String> objection = new TotpSetUp().objection(step, terms.wish(), DeviceName.posted(step));
        if (objection.isPresent()) {
            step.show(page.apply(step).error(DeviceName.FIELD, objection.get()).render());
        } else if (step.input(OTP_1).isBlank()) {
            step.show(page.apply(step).error(OTP_1, "mspMfaOtpMissing").render());
        } else if (TotpRules.of(step, terms).asksForTwo() && step.input(OTP_2).isBlank()) {
            step.show(page.apply(step).error(OTP_2, "mspMfaOtpMissing").render());
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
            new TotpSetUpNotes(step)
                    .prove(result.usedSteps(), DeviceName.posted(step).text());
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
        Page again = page.apply(step);
        switch (fault) {
            case FIRST_WRONG -> again.error(OTP_1, "mspMfaOtpWrongTries", attempt.number());
            case SECOND_WRONG -> again.error(OTP_2, "mspMfaOtpWrongTries", attempt.number());
            case FIRST_TOO_OLD -> again.error(OTP_1, "mspMfaOtpOld");
            case SECOND_TOO_OLD -> again.error(OTP_2, "mspMfaOtpOld");
            case SAME_CODE -> again.error(OTP_2, "mspMfaOtpSame");
            case SECOND_NOT_LATER -> again.error(OTP_2, "mspMfaOtpOrder");
            case FIRST_MISSING -> again.error(OTP_1, "mspMfaOtpMissing");
            case SECOND_MISSING -> again.error(OTP_2, "mspMfaOtpMissing");
            case ACCEPTED -> throw new IllegalArgumentException("An accepted code is not refused");
        }
        step.showFailure(again.render());
    }

    private static CodeRefusal refusal(StepContext step) {
        return new CodeRefusal(step, TotpFactor.WORD, EventType.UPDATE_CREDENTIAL);
    }
}
