// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.enforcement;

/**
 * How long a user without a factor may put off setting one up (A26).
 *
 * @param start when grace began for the user, in seconds since the epoch; 0 if it has been ended
 * @param days how many days the policy grants, 0 for none
 */
public record GracePeriod(long start, int days) {
    private static final long SECONDS_PER_DAY = 24L * 60 * 60;

    /** The latest start, in seconds since the epoch, for which a grace period of this many days is over now. */
    public static long latestStartOver(long now, int days) {
        return now - days * SECONDS_PER_DAY;
    }

    /** The first second in which setting up is due, since the epoch; 0 if it is due at once. */
    public long end() {
        return start == 0 || days == 0 ? 0 : start + days * SECONDS_PER_DAY;
    }

    /** Whether setting up is due at a moment, given in seconds since the epoch. */
    public boolean isOver(long now) {
        return end() <= now;
    }

    /** How many days are left at a moment, counting a part of a day as one; 0 once grace is over. */
    public long daysLeft(long now) {
        return Math.max(0, (end() - now + SECONDS_PER_DAY - 1) / SECONDS_PER_DAY);
    }
}
