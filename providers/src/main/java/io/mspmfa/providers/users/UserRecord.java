// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.users;

import io.mspmfa.core.enforcement.GracePeriod;
import org.jspecify.annotations.Nullable;

/**
 * What is kept about a user, as it was read.
 *
 * @param required whether this user must have a second factor, whatever the realm's mode
 * @param graceStart when the user's grace began, in seconds since the epoch; 0 where it was ended; null where it has not
 *     begun
 * @param lastChallenge when the user last passed a challenge, in seconds since the epoch; null where never
 * @param lastMethod by what the user last passed a challenge, as in the event detail; null where never
 * @param lockedUntil until when the user can't be challenged, in seconds since the epoch, {@code Long.MAX_VALUE} until
 *     unlocked; may have passed; null where not locked
 */
public record UserRecord(
        boolean required,
        @Nullable Long graceStart,
        @Nullable Long lastChallenge,
        @Nullable String lastMethod,
        @Nullable Long lockedUntil) {

    /** What holds for a user of whom nothing is kept. */
    public static final UserRecord NONE = new UserRecord(false, null, null, null, null);

    /** Whether the user is locked at a moment, in seconds since the epoch. */
    public boolean isLocked(long now) {
        return lockedUntil != null && lockedUntil > now;
    }

    /** The user's grace where the policy gives so many days; over also where it has not begun. */
    public GracePeriod grace(int days) {
        return new GracePeriod(graceStart == null ? 0 : graceStart, days);
    }

    UserRecord withRequired(boolean newRequired) {
        return new UserRecord(newRequired, graceStart, lastChallenge, lastMethod, lockedUntil);
    }

    UserRecord withGraceStart(long newGraceStart) {
        return new UserRecord(required, newGraceStart, lastChallenge, lastMethod, lockedUntil);
    }
}
