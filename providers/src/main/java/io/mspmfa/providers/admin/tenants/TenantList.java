// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.tenants;

import io.mspmfa.providers.admin.call.Page;
import io.mspmfa.providers.admin.policies.GraceDays;
import io.mspmfa.providers.admin.query.LikePattern;
import io.mspmfa.providers.admin.query.VisibleUsers;
import io.mspmfa.providers.admin.summary.RealmSummary;
import io.mspmfa.providers.admin.summary.SummaryQueries;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Pages of tenants with their numbers. The policies come from Keycloak's realm cache, everything else from a few SQL
 * statements.
 */
final class TenantList {
    private final KeycloakSession session;
    private final Portfolio portfolio;

    TenantList(KeycloakSession session, Portfolio portfolio) {
        this.session = session;
        this.portfolio = portfolio;
    }

    /** Returns a page; its cursor is the name of its last tenant. */
    Page<TenantView> page(@Nullable String search, @Nullable String after, int max) {
        List<String> ids = ids(search, after, max + 1);
        Map<RealmModel, Integer> realms = new LinkedHashMap<>();
        for (String id : ids.subList(0, Math.min(max, ids.size()))) {
            RealmModel realm = session.realms().getRealm(id);
            if (realm != null) {
                realms.put(realm, GraceDays.daysOf(realm));
            }
        }
        Map<String, RealmSummary> summaries = new SummaryQueries(session, VisibleUsers.ALL).of(realms);
        List<TenantView> items = new ArrayList<>();
        realms.keySet()
                .forEach(realm -> items.add(
                        TenantView.of(realm, summaries.getOrDefault(realm.getId(), RealmSummary.EMPTY), portfolio)));
        boolean isLast = ids.size() <= max || items.isEmpty();
        return new Page<>(items, isLast ? null : items.get(items.size() - 1).realm());
    }

    private List<String> ids(@Nullable String search, @Nullable String after, int max) {
        EntityManager database =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        TypedQuery<String> query = database.createQuery(
                "select r.id from RealmEntity r where r.name <> :master"
                        + (after == null ? "" : " and r.name > :after")
                        + (portfolio.isEverything() ? "" : " and r.masterAdminClient in (:clients)")
                        + (search == null
                                ? ""
                                : " and (" + LikePattern.condition("r.name") + " or "
                                        + LikePattern.condition("r.displayName") + ")")
                        + " order by r.name",
                String.class);
        query.setParameter("master", Config.getAdminRealm());
        if (after != null) {
            query.setParameter("after", after);
        }
        if (!portfolio.isEverything()) {
            query.setParameter("clients", portfolio.clientIds());
        }
        if (search != null) {
            query.setParameter("search", LikePattern.containing(search));
        }
        return query.setMaxResults(max).getResultList();
    }
}
