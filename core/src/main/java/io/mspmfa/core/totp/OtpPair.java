// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.totp;

import java.util.List;
import java.util.stream.Stream;

/**
 * Checks the one or two codes that prove a newly scanned secret. Two codes from two time steps, the second later than
 * the first (R10), show that the app has the secret and that its clock agrees with ours. A single code shows less,
 * since it can be guessed.
 */
public final class OtpPair {
    /** The first code may be this many steps old, since the user waited for the second one on the same page. */
    private static final int FIRST_MAY_BE_OLD_BY = 2;

    private static final int DRIFT = 1;

    /** How far back a code is recognised as formerly correct, so that the message is "too old" instead of "wrong". */
    private static final int RECOGNISED_BACK = 20;

    private OtpPair() {}

    /** What is wrong with the codes, if anything. */
    public enum Verdict {
        ACCEPTED,
        FIRST_MISSING,
        SECOND_MISSING,
        SAME_CODE,
        FIRST_WRONG,
        SECOND_WRONG,
        FIRST_TOO_OLD,
        SECOND_TOO_OLD,
        SECOND_NOT_LATER
    }

    /**
     * The verdict, and the time steps that the codes used up.
     *
     * @param usedSteps every step that the codes could belong to, none of which may be accepted again; empty unless
     *     accepted
     */
    public record Result(Verdict verdict, List<Long> usedSteps) {
        private static Result refused(Verdict verdict) {
            return new Result(verdict, List.of());
        }
    }

    /**
     * Checks a single code, for policies that ask for only one.
     *
     * @param typed the code as the user typed it
     * @param nowSeconds seconds since the epoch
     */
    public static Result checkOne(Totp totp, String typed, long nowSeconds) {
        String code = Totp.normalise(typed);
        if (code.isEmpty()) {
            return Result.refused(Verdict.FIRST_MISSING);
        }
        long now = totp.stepAt(nowSeconds);
        List<Long> steps = totp.stepsOf(code, now - RECOGNISED_BACK, now + DRIFT);
        if (steps.isEmpty()) {
            return Result.refused(Verdict.FIRST_WRONG);
        }
        List<Long> fresh = since(steps, now - DRIFT);
        return fresh.isEmpty() ? Result.refused(Verdict.FIRST_TOO_OLD) : new Result(Verdict.ACCEPTED, fresh);
    }

    /**
     * Checks two codes that were entered on one page.
     *
     * @param firstTyped the code that the app showed first, as the user typed it
     * @param secondTyped the code that the app showed next
     * @param nowSeconds seconds since the epoch
     */
    public static Result checkTwo(Totp totp, String firstTyped, String secondTyped, long nowSeconds) {
        String first = Totp.normalise(firstTyped);
        String second = Totp.normalise(secondTyped);
        if (first.isEmpty()) {
            return Result.refused(Verdict.FIRST_MISSING);
        }
        if (second.isEmpty()) {
            return Result.refused(Verdict.SECOND_MISSING);
        }
        if (first.equals(second)) {
            return Result.refused(Verdict.SAME_CODE);
        }
        return compareSteps(totp, first, second, totp.stepAt(nowSeconds));
    }

    private static Result compareSteps(Totp totp, String first, String second, long now) {
        List<Long> firstSteps = totp.stepsOf(first, now - RECOGNISED_BACK, now + DRIFT);
        List<Long> secondSteps = totp.stepsOf(second, now - RECOGNISED_BACK, now + DRIFT);
        if (firstSteps.isEmpty()) {
            return Result.refused(Verdict.FIRST_WRONG);
        }
        if (secondSteps.isEmpty()) {
            return Result.refused(Verdict.SECOND_WRONG);
        }
        List<Long> freshFirst = since(firstSteps, now - FIRST_MAY_BE_OLD_BY);
        List<Long> freshSecond = since(secondSteps, now - DRIFT);
        if (freshSecond.isEmpty()) {
            return Result.refused(Verdict.SECOND_TOO_OLD);
        }
        if (freshFirst.isEmpty()) {
            return Result.refused(Verdict.FIRST_TOO_OLD);
        }
        if (freshFirst.get(0) >= freshSecond.get(freshSecond.size() - 1)) {
            return Result.refused(Verdict.SECOND_NOT_LATER);
        }
        return new Result(
                Verdict.ACCEPTED,
                Stream.concat(freshFirst.stream(), freshSecond.stream()).toList());
    }

    private static List<Long> since(List<Long> steps, long first) {
        return steps.stream().filter(step -> step >= first).toList();
    }
}
