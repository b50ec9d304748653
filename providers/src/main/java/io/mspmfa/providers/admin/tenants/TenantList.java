// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.tenants;

import io.mspmfa.providers.admin.activity.LastChange;
import io.mspmfa.providers.admin.call.CountedPage;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/**
 * Pages of tenants with their numbers. By name, the database finds them; otherwise the board of all tenants tells which
 * ones a page shows, and the numbers of these are counted again.
 */
final class TenantList {
    private final KeycloakSession session;
    private final Portfolio portfolio;

    TenantList(KeycloakSession session, Portfolio portfolio) {
        this.session = session;
        this.portfolio = portfolio;
    }

    /** A page. */
    CountedPage<TenantView> page(TenantFilter filter) {
        return filter.isByNameOnly() ? byName(filter) : byNumbers(filter);
    }

    /** Reading one tenant more than fits shows whether there is another page. */
    private CountedPage<TenantView> byName(TenantFilter filter) {
        List<Tenant> found = new TenantRows(session)
                .byName(portfolio, filter.search(), filter.after(), filter.max() + 1, filter.max());
        List<Tenant> page = found.subList(0, Math.min(filter.max(), found.size()));
        String next = found.size() > page.size() ? page.get(page.size() - 1).name() : null;
        return new CountedPage<>(views(page), null, next);
    }

    private CountedPage<TenantView> byNumbers(TenantFilter filter) {
        TenantOrder order = filter.order();
        Comparator<TenantOrder.Place> places = order.places(filter.descending());
        List<Tenant> matching = TenantBoard.of(session).tenants().stream()
                .filter(tenant -> portfolio.has(tenant.client()))
                .filter(filter::matches)
                .sorted(Comparator.comparing(order::place, places))
                .toList();
        TenantOrder.@Nullable Place start =
                filter.after() == null ? null : order.read(filter.after()).orElseThrow();
        List<Tenant> rest = matching.stream()
                .filter(tenant -> start == null || places.compare(order.place(tenant), start) > 0)
                .limit(filter.max() + 1L)
                .toList();
        List<Tenant> page = rest.subList(0, Math.min(filter.max(), rest.size()));
        String next = rest.size() > page.size()
                ? order.place(page.get(page.size() - 1)).text(order)
                : null;
        return new CountedPage<>(views(fresh(page)), filter.total() ? (long) matching.size() : null, next);
    }

    /** The same tenants as they are now, without those that have been deleted. */
    private List<Tenant> fresh(List<Tenant> page) {
        Map<String, Tenant> byId = new HashMap<>();
        List<String> ids = page.stream().map(Tenant::id).toList();
        new TenantRows(session).withIds(ids).forEach(tenant -> byId.put(tenant.id(), tenant));
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    private List<TenantView> views(List<Tenant> tenants) {
        Map<String, LastChange> changes =
                LastChange.of(session, tenants.stream().map(Tenant::id).toList());
        return tenants.stream()
                .map(tenant -> TenantView.of(tenant, changes.get(tenant.id()), portfolio))
                .toList();
    }
}
