// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.attempts;

/**
 * How failures in a row turn into pauses (R21): every {@code max} failures are followed by a pause. The first pause
 * lasts {@code lockSeconds}, each further one twice as long as the one before, up to an hour. After {@link #HARD_STOP}
 * failures, no further attempt is allowed.
 *
 * <p>Failures are numbered from 1. A round is a run of {@code max} failures. Round 0 starts without a pause; each later
 * round starts when the pause before it ends.
 *
 * @param max failures per round, at least 1
 * @param lockSeconds the length of the first pause, in seconds, at least 1
 */
public record AttemptRules(int max, int lockSeconds) {
    /** NIST SP 800-63B-4 section 3.2.2: at most 100 consecutive failures. */
    public static final int HARD_STOP = 100;

    private static final int LONGEST_PAUSE_SECONDS = 3600;

    /** The round that an attempt belongs to, counted from 0. */
    public int roundOf(int attempt) {
        return (attempt - 1) / max;
    }

    /** Whether an attempt is the last of its round if it fails. */
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
