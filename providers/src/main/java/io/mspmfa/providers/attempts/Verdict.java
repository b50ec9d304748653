// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.attempts;

/**
 * What became of a code that somebody entered.
 *
 * @param outcome in a word
 * @param number of tries left where the code was {@link Outcome#WRONG}; of seconds to wait where {@link
 *     Outcome#LOCKED}, or {@link Attempts#UNTIL_UNLOCKED}; else 0
 */
public record Verdict(Outcome outcome, int number) {
    /** What became of it, in a word. */
    public enum Outcome {
        ACCEPTED,
        WRONG,
        /** It was a right code once. Told apart from wrong for backup codes only. */
        USED,
        /** Refused unseen: too many were wrong. */
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
