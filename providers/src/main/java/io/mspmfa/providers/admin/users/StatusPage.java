// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the status list.
 *
 * @param items in the order of their user names
 * @param next what {@link StatusFilter#after} has to be for the next page; null on the last
 */
record StatusPage(List<UserStatus> items, @Nullable String next) {
    StatusPage {
        items = List.copyOf(items);
    }
}
