// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.tenants;

import io.mspmfa.core.policy.Mode;
import io.mspmfa.core.sentences.FieldFault;
import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.admin.call.Problem;
import io.mspmfa.providers.admin.call.Query;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which tenants a list shows, and in which order.
 *
 * @param search a part of the name or the display name, ignoring case; null for all
 * @param mode only those with this mode; null for all
 * @param compliant only those that are, or aren't; null for both
 * @param managed only those with a policy, or without; null for both
 * @param unprotectedAdmins only those with administrators without a factor, or with none; null for both
 * @param total whether to count all that match
 * @param after the cursor of the previous page; null for the first one
 * @param max how many fit on a page
 */
record TenantFilter(
        @Nullable String search,
        @Nullable String mode,
        @Nullable Boolean compliant,
        @Nullable Boolean managed,
        @Nullable Boolean unprotectedAdmins,
        TenantOrder order,
        boolean descending,
        boolean total,
        @Nullable String after,
        int max) {
    private static final int MAX_PAGE = 200;
    private static final int DEFAULT_PAGE = 50;

    /** What the call asks for. */
    static TenantFilter of(AdminCall call) {
        Query query = call.query(
                "search", "mode", "compliant", "managed", "adminsWithoutMfa", "sort", "order", "total", "after", "max");
        TenantOrder order = TenantOrder.of(query.word("sort", "name", TenantOrder.words()));
        String after = query.text("after");
        if (after != null && order.read(after).isEmpty()) {
            throw Problem.invalid("after", FieldFault.NOT_CURSOR);
        }
        return new TenantFilter(
                query.text("search"),
                query.optionalWord(
                        "mode", Arrays.stream(Mode.values()).map(Mode::json).toList()),
                query.optionalFlag("compliant"),
                query.optionalFlag("managed"),
                query.optionalFlag("adminsWithoutMfa"),
                order,
                query.isDescending(),
                query.flag("total"),
                after,
                query.number("max", 1, MAX_PAGE, DEFAULT_PAGE));
    }

    /** Whether the database alone can tell, without anybody's numbers. */
    boolean isByNameOnly() {
        return order == TenantOrder.NAME
                && !descending
                && !total
                && mode == null
                && compliant == null
                && managed == null
                && unprotectedAdmins == null;
    }

    boolean matches(Tenant tenant) {
        Mode itsMode = tenant.mode();
        return isFound(tenant)
                && (mode == null || (itsMode != null && itsMode.json().equals(mode)))
                && (compliant == null || compliant == tenant.isCompliant())
                && (managed == null || managed == tenant.isManaged())
                && (unprotectedAdmins == null || unprotectedAdmins == tenant.hasUnprotectedAdmins());
    }

    private boolean isFound(Tenant tenant) {
        return search == null || contains(tenant.name()) || contains(tenant.displayName());
    }

    private boolean contains(@Nullable String text) {
        return text != null
                && search != null
                && text.toLowerCase(Locale.ROOT).contains(search.toLowerCase(Locale.ROOT));
    }
}
