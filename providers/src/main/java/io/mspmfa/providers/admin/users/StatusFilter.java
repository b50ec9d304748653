// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import org.jspecify.annotations.Nullable;

/**
 * Which users a page of the status list shows.
 *
 * @param search part of user name, e-mail address, first or last name, ignoring case; null for all
 * @param enrolled true: with a second factor; false: without; null: both
 * @param method a method of the policy, such as {@code totp}, that the user has set up; null for any
 * @param state null for all
 * @param admin true: who may administer the realm; false: who may not; null: both
 * @param backupCodesBelow only users who have backup codes, but fewer than this many; null for all
 * @param order in which order
 * @param total whether to count all users that match
 * @param after the end of the previous page, as returned with that page; null for the first page
 * @param max the maximum number of users on the page, {@code 1..500}
 */
record StatusFilter(
        @Nullable String search,
        @Nullable Boolean enrolled,
        @Nullable String method,
        @Nullable UserState state,
        @Nullable Boolean admin,
        @Nullable Integer backupCodesBelow,
        StatusOrder order,
        boolean total,
        @Nullable String after,
        int max) {
    /** The default page size. */
    static final int DEFAULT_MAX = 100;

    /** How many backup codes a set has at most ({@code backupCodes.count}). */
    static final int MOST_BACKUP_CODES = 20;

    private static final int LARGEST_MAX = 500;

    StatusFilter {
        if (max < 1 || max > LARGEST_MAX) {
            throw new IllegalArgumentException("max must be from 1 to " + LARGEST_MAX);
        }
    }
}
