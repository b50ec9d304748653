// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.enforcement;

/**
 * For how long a user without a factor may put set-up off (A26).
 *
 * @param start when the user's clock began, in seconds since the epoch; 0 where nothing may be put off any more
 * @param days how many days the policy gives, 0 for none
 */
public record GracePeriod(long start, int days) {
    private static final long SECONDS_PER_DAY = 24L * 60 * 60;

    /** The latest start, in seconds since the epoch, of a grace of so many days that is over now. */
    public static long latestStartOver(long now, int days) {
        return now - days * SECONDS_PER_DAY;
    }

    /** The first second in which set-up is due, since the epoch; 0 where it is due at once. */
    public long end() {
        return start == 0 || days == 0 ? 0 : start + days * SECONDS_PER_DAY;
    }

    /** Whether set-up is due at a moment, in seconds since the epoch. */
    public boolean isOver(long now) {
        return end() <= now;
    }

    /** The days that are left at a moment, a begun one counting as one; 0 where grace is over. */
    public long daysLeft(long now) {
        return Math.max(0, (end() - now + SECONDS_PER_DAY - 1) / SECONDS_PER_DAY);
    }
}
