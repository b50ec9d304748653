// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the status list.
 *
 * @param items in order of user name
 * @param total how many users match; null if it was not asked
 * @param next the value of {@link StatusFilter#after} for the next page; null on the last page
 */
record StatusPage(
        List<UserStatus> items,
        @Nullable Long total,
        @Nullable String next) {
    StatusPage {
        items = List.copyOf(items);
    }
}
