// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enrolment;

import io.mspmfa.authenticators.door.Conversation;
import io.mspmfa.authenticators.door.Door;
import io.mspmfa.authenticators.door.Page;
import io.mspmfa.authenticators.factors.codes.CodeCheck;
import io.mspmfa.authenticators.factors.codes.Refusal;
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

/** The page that asks for one or two codes of the scanned secret. */
final class VerifyPage implements Conversation {
    private static final String OTP_1 = "otp1";
    private static final String OTP_2 = "otp2";
    private static final String LABEL = "userLabel";
    private static final int LONGEST_LABEL = 60;

    private final Consumer<Door> proved;

    /** @param proved goes on when the codes were right */
    VerifyPage(Consumer<Door> proved) {
        this.proved = proved;
    }

    @Override
    public void show(Door door) {
        door.show(page(door).render());
    }

    @Override
    public void answer(Door door) {
        if (door.isPressed("back")) {
            new EnrolmentNotes(door).turnTo(Step.SCAN);
            new ScanPage().show(door);
        } else if (label(door).length() > LONGEST_LABEL) {
            door.show(page(door).error(LABEL, "mspMfaLabelTooLong").render());
        } else if (door.input(OTP_1).isBlank()) {
            door.show(page(door).error(OTP_1, "mspMfaOtpMissing").render());
        } else if (EnrolmentRules.at(door).asksForTwo() && door.input(OTP_2).isBlank()) {
            door.show(page(door).error(OTP_2, "mspMfaOtpMissing").render());
        } else {
            check(door);
        }
    }

    private void check(Door door) {
        CodeCheck check = new CodeCheck(door);
        Attempts attempts = check.attempts();
        OptionalInt attempt = check.isLockedByKeycloak() ? OptionalInt.empty() : attempts.begin();
        if (attempt.isEmpty()) {
            refusal(door).lock(check.secondsLocked());
            return;
        }
        OtpPair.Result result = judge(door);
        if (result.verdict() == OtpPair.Verdict.ACCEPTED) {
            attempts.succeeded(attempt.getAsInt());
            new EnrolmentNotes(door).prove(result.usedSteps(), label(door));
            proved.accept(door);
        } else {
            refuse(door, result.verdict(), attempts.failed(attempt.getAsInt()));
        }
    }

    private static OtpPair.Result judge(Door door) {
        Totp totp = new EnrolmentNotes(door).secret().orElseThrow().totp();
        return EnrolmentRules.at(door).asksForTwo()
                ? OtpPair.checkTwo(totp, door.input(OTP_1), door.input(OTP_2), door.now())
                : OtpPair.checkOne(totp, door.input(OTP_1), door.now());
    }

    private void refuse(Door door, OtpPair.Verdict fault, Verdict attempt) {
        if (attempt.outcome() == Verdict.Outcome.LOCKED) {
            refusal(door).lock(attempt.number());
            return;
        }
        refusal(door).report(Errors.INVALID_USER_CREDENTIALS);
        Page page = page(door);
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
        door.showFailure(page.render());
    }

    private static Refusal refusal(Door door) {
        return new Refusal(door, TotpFactor.WORD, EventType.UPDATE_CREDENTIAL);
    }

    private static Page page(Door door) {
        EnrolmentRules rules = EnrolmentRules.at(door);
        long intoStep = door.now() % NewTotp.PERIOD_SECONDS;
        return ScanPage.withLifetime(door, door.page("msp-mfa-verify-totp.ftl"))
                .with("steps", rules.indicator(Step.VERIFY))
                .with("otpsRequired", rules.otpsRequired())
                .with("periodSeconds", NewTotp.PERIOD_SECONDS)
                .with("secondsToNext", NewTotp.PERIOD_SECONDS - intoStep)
                .with("userLabel", label(door));
    }

    private static String label(Door door) {
        return door.input(LABEL).replaceAll("\\p{Cntrl}", "").strip();
    }
}
