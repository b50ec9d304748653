// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.tenants;

import io.mspmfa.core.policy.Mode;
import io.mspmfa.core.sentences.FieldFault;
import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.admin.call.Problem;
import io.mspmfa.providers.admin.call.Query;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which tenants a list shows, and in which order.
 *
 * @param search a part of the name or the display name, ignoring case; null for all
 * @param mode only those with this mode; null for all
 * @param traits only those of which these are true, or false
 * @param total whether to count all that match
 * @param after the cursor of the previous page; null for the first one
 * @param max how many fit on a page
 */
record TenantFilter(
        @Nullable String search,
        @Nullable String mode,
        Map<TenantTrait, Boolean> traits,
        TenantOrder order,
        boolean descending,
        boolean total,
        @Nullable String after,
        int max) {
    private static final int MAX_PAGE = 200;
    private static final int DEFAULT_PAGE = 50;

    private static final Set<String> PARAMETERS = Set.of("search", "mode", "sort", "order", "total", "after", "max");

    /** What the call asks for. */
    static TenantFilter of(AdminCall call) {
        Stream<String> flags = Arrays.stream(TenantTrait.values()).map(TenantTrait::parameter);
        Query query = call.query(Stream.concat(PARAMETERS.stream(), flags).toArray(String[]::new));
        TenantOrder order = TenantOrder.of(query.word("sort", "name", TenantOrder.words()));
        String after = query.text("after");
        if (after != null && order.read(after).isEmpty()) {
            throw Problem.invalid("after", FieldFault.NOT_CURSOR);
        }
        return new TenantFilter(
                query.text("search"),
                query.optionalWord(
                        "mode", Arrays.stream(Mode.values()).map(Mode::json).toList()),
                traits(query),
                order,
                query.isDescending(),
                query.flag("total"),
                after,
                query.number("max", 1, MAX_PAGE, DEFAULT_PAGE));
    }

    private static Map<TenantTrait, Boolean> traits(Query query) {
        Map<TenantTrait, Boolean> wanted = new EnumMap<>(TenantTrait.class);
        for (TenantTrait trait : TenantTrait.values()) {
            Boolean flag = query.optionalFlag(trait.parameter());
            if (flag != null) {
                wanted.put(trait, flag);
            }
        }
        return wanted;
    }

    /** Whether the database alone can tell, without anybody's numbers. */
    boolean isByNameOnly() {
        return order == TenantOrder.NAME && !descending && !total && mode == null && traits.isEmpty();
    }

    boolean matches(Tenant tenant) {
        Mode itsMode = tenant.mode();
        return isFound(tenant)
                && (mode == null || (itsMode != null && itsMode.json().equals(mode)))
                && traits.entrySet().stream().allMatch(wanted -> wanted.getKey().isTrueOf(tenant) == wanted.getValue());
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
