// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.attempts;

/**
 * The result of checking a code that someone entered.
 *
 * @param outcome the result, as a single word
 * @param number how many tries are left if {@link Outcome#WRONG}; how many seconds to wait, or
 *     {@link Attempts#UNTIL_UNLOCKED}, if {@link Outcome#LOCKED}; otherwise 0
 */
public record Verdict(Outcome outcome, int number) {
    /** The result, as a single word. */
    public enum Outcome {
        ACCEPTED,
        WRONG,
        /** The code was correct, but has been used before. Distinguished from wrong codes for backup codes only. */
        USED,
        /** Refused without being checked, after too many wrong codes. */
        LOCKED
    }

    public static Verdict accepted() {
        return new Verdict(Outcome.ACCEPTED, 0);
    }

    public static Verdict used() {
        return new Verdict(Outcome.USED, 0);
    }

    public static Verdict wrong(int triesLeft) {
        return new Verdict(Outcome.WRONG, triesLeft);
    }

    public static Verdict locked(int seconds) {
        return new Verdict(Outcome.LOCKED, seconds);
    }

    public boolean isAccepted() {
        return outcome == Outcome.ACCEPTED;
    }
}
