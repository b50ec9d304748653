// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.attempts;

/**
 * How failures in a row turn into pauses (R21): after each {@code max} of them a pause, the first {@code lockSeconds}
 * long, each next twice as long up to an hour, and after {@link #HARD_STOP} failures no further attempt at all.
 *
 * <p>Failures are numbered from 1. A round is a run of {@code max} failures; round 0 needs no pause before it, each
 * later one is opened by the end of its pause.
 *
 * @param max failures a round, at least 1
 * @param lockSeconds the first pause, in seconds, at least 1
 */
public record AttemptRules(int max, int lockSeconds) {
    /** NIST SP 800-63B-4 section 3.2.2: at most 100 consecutive failures. */
    public static final int HARD_STOP = 100;

    private static final int LONGEST_PAUSE_SECONDS = 3600;

    /** The round that an attempt belongs to, counted from 0. */
    public int roundOf(int attempt) {
        return (attempt - 1) / max;
    }

    /** Whether an attempt, should it fail, is the last of its round. */
    public boolean endsRound(int attempt) {
        return attempt % max == 0;
    }

    /**
     * The pause before a round, in seconds.
     *
     * @param round at least 1
     */
    public int pauseBefore(int round) {
        int doublings = Math.min(round - 1, 12);
        return (int) Math.min(LONGEST_PAUSE_SECONDS, (long) lockSeconds << doublings);
    }
}
