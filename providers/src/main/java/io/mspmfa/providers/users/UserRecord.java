// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.users;

import io.mspmfa.core.enforcement.GracePeriod;
import org.jspecify.annotations.Nullable;

/**
 * What is stored about a user.
 *
 * @param requiredByReseller whether this user must have a second factor, whatever the realm's mode, because the reseller
 *     says so
 * @param requiredByTenant the same, because an administrator of the tenant says so
 * @param graceStart when the user's grace began, in seconds since the epoch; 0 if it was ended; null if it has not
 *     begun
 * @param lastChallenge when the user last passed a challenge, in seconds since the epoch; null if never
 * @param lastMethod the method of that challenge, as in the event detail; null if never
 * @param lockedUntil until when the user can't be challenged, in seconds since the epoch, {@code Long.MAX_VALUE} until
 *     unlocked; may be in the past; null if not locked
 * @param primaryMethod the word of the method that the user wants to be asked for first, which the user may no longer
 *     have; null if the user has not chosen
 */
public record UserRecord(
        boolean requiredByReseller,
        boolean requiredByTenant,
        @Nullable Long graceStart,
        @Nullable Long lastChallenge,
        @Nullable String lastMethod,
        @Nullable Long lockedUntil,
        @Nullable String primaryMethod) {

    /** The record of a user about whom nothing is stored. */
    public static final UserRecord NONE = new UserRecord(false, false, null, null, null, null, null);

    /** Whether this user must have a second factor: the stricter of both wins. */
    public boolean isRequired() {
        return requiredByReseller || requiredByTenant;
    }

    /** Whether one of the two requires it. */
    public boolean isRequiredBy(RequiredBy whom) {
        return whom == RequiredBy.RESELLER ? requiredByReseller : requiredByTenant;
    }

    /** Whether the user is locked at a moment, given in seconds since the epoch. */
    public boolean isLocked(long now) {
        return lockedUntil != null && lockedUntil > now;
    }

    /** The user's grace period if the policy grants this many days; also over if it has not begun. */
    public GracePeriod grace(int days) {
        return new GracePeriod(graceStart == null ? 0 : graceStart, days);
    }

    /** Both of what is required, and the earlier start of grace; the rest is this record's. */
    UserRecord strictest(UserRecord other) {
        Long start = graceStart;
        if (start == null || (other.graceStart != null && other.graceStart < start)) {
            start = other.graceStart;
        }
        return new UserRecord(
                requiredByReseller || other.requiredByReseller,
                requiredByTenant || other.requiredByTenant,
                start,
                lastChallenge,
                lastMethod,
                lockedUntil,
                primaryMethod);
    }

    /** Whether any of this still matters once the user is gone. */
    boolean outlivesUser() {
        return isRequired() || graceStart != null;
    }

    UserRecord withRequired(RequiredBy whom, boolean required) {
        return new UserRecord(
                whom == RequiredBy.RESELLER ? required : requiredByReseller,
                whom == RequiredBy.TENANT ? required : requiredByTenant,
                graceStart,
                lastChallenge,
                lastMethod,
                lockedUntil,
                primaryMethod);
    }

    UserRecord withGraceStart(long newGraceStart) {
        return new UserRecord(
                requiredByReseller,
                requiredByTenant,
                newGraceStart,
                lastChallenge,
                lastMethod,
                lockedUntil,
                primaryMethod);
    }

    UserRecord withPrimaryMethod(@Nullable String newPrimaryMethod) {
        return new UserRecord(
                requiredByReseller,
                requiredByTenant,
                graceStart,
                lastChallenge,
                lastMethod,
                lockedUntil,
                newPrimaryMethod);
    }
}
