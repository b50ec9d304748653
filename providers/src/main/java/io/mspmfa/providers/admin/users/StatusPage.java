// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import java.util.ArrayList;
import java.util.Comparator;
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

    /**
     * The first users of two lists, keeping the order of each.
     *
     * @param local from Keycloak's own table
     * @param federated from federated directories
     * @param order of both
     * @param cursor where the page before ended
     * @param max how many fit
     */
    static StatusPage merged(
            List<UserStatus> local,
            List<UserStatus> federated,
            Comparator<UserStatus> order,
            StatusCursor cursor,
            int max) {
        List<UserStatus> merged = new ArrayList<>();
        StatusCursor end = cursor;
        int nextLocal = 0;
        int nextFederated = 0;
        while (merged.size() < max && nextLocal + nextFederated < local.size() + federated.size()) {
            boolean takeLocal = nextFederated == federated.size()
                    || (nextLocal < local.size()
                            && order.compare(local.get(nextLocal), federated.get(nextFederated)) <= 0);
            UserStatus user = takeLocal ? local.get(nextLocal++) : federated.get(nextFederated++);
            merged.add(user);
            end = end.after(user);
        }
        boolean isLast = merged.size() == local.size() + federated.size();
        return new StatusPage(merged, null, isLast ? null : end.text());
    }
}
