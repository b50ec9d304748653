// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.tenants;

import io.mspmfa.providers.admin.query.LikePattern;
import io.mspmfa.providers.admin.query.VisibleUsers;
import io.mspmfa.providers.admin.summary.CountedRealm;
import io.mspmfa.providers.admin.summary.RealmSummary;
import io.mspmfa.providers.admin.summary.SummaryQueries;
import io.mspmfa.providers.compatibility.RealmNames;
import io.mspmfa.providers.policy.Floors;
import io.mspmfa.providers.policy.RealmPolicies;
import io.mspmfa.providers.policy.RealmTexts;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Tenants in the database. Their policies are read in one statement and without loading the realms: two thousand of these
 * would take tens of thousands of statements, and push everything else out of Keycloak's cache.
 */
final class TenantRows {
    private static final String EVERYTHING = " where r.name <> :master and r.masterAdminClient is not null";

    private static final String COLUMNS =
            "select r.id as id, r.name as name, %s as displayName, r.masterAdminClient as client,"
                    + " own.value as own, floor.value as floor from RealmEntity r"
                    + " left join RealmAttributeEntity own on own.realm = r and own.name = :own"
                    + " left join ClientAttributeEntity floor"
                    + " on floor.client.id = r.masterAdminClient and floor.name = :floor" + EVERYTHING;

    private final EntityManager em;
    private final String displayName;
    private final SummaryQueries counts;

    TenantRows(KeycloakSession session) {
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.displayName = RealmNames.displayName(em, "r");
        this.counts = new SummaryQueries(session, VisibleUsers.ALL);
    }

    /** All of them, with their numbers. */
    List<Tenant> all() {
        List<Tenant> tenants = read(query("", ""));
        return with(tenants, counts.ofAll(counted(tenants)));
    }

    /** How many there are. */
    int count() {
        return em.createQuery("select count(r.id) from RealmEntity r" + EVERYTHING, Long.class)
                .setParameter("master", Config.getAdminRealm())
                .getSingleResult()
                .intValue();
    }

    /** Those with certain ids, with their numbers; up to some hundreds. */
    List<Tenant> withIds(Collection<String> ids) {
        return counted(withoutNumbers(ids), Integer.MAX_VALUE);
    }

    /** Those with certain ids; up to some hundreds. */
    List<Tenant> withoutNumbers(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : read(query(" and r.id in (:ids)", "").setParameter("ids", ids));
    }

    /**
     * Some of a portfolio by name, with the numbers of those that the caller wants to show.
     *
     * @param search a part of the name or display name; null for all
     * @param after the name before the first one; null to begin
     * @param max how many to read
     * @param numbered how many of them need numbers
     */
    List<Tenant> byName(Portfolio portfolio, @Nullable String search, @Nullable String after, int max, int numbered) {
        String conditions = (after == null ? "" : " and r.name > :after")
                + (portfolio.isEverything() ? "" : " and r.masterAdminClient in (:clients)")
                + (search == null
                        ? ""
                        : " and (" + LikePattern.condition("r.name") + " or " + LikePattern.condition(displayName)
                                + ")");
        TypedQuery<Tuple> query = query(conditions, " order by r.name");
        if (after != null) {
            query.setParameter("after", after);
        }
        if (!portfolio.isEverything()) {
            query.setParameter("clients", portfolio.clientIds());
        }
        if (search != null) {
            query.setParameter("search", LikePattern.containing(search));
        }
        return counted(read(query.setMaxResults(max)), numbered);
    }

    private TypedQuery<Tuple> query(String conditions, String order) {
        return em.createQuery(COLUMNS.formatted(displayName) + conditions + order, Tuple.class)
                .setParameter("master", Config.getAdminRealm())
                .setParameter("own", RealmPolicies.ATTRIBUTE)
                .setParameter("floor", Floors.ATTRIBUTE);
    }

    private static List<Tenant> read(TypedQuery<Tuple> query) {
        return query.getResultStream().map(TenantRows::tenant).toList();
    }

    private static Tenant tenant(Tuple row) {
        RealmTexts texts = new RealmTexts(
                row.get("id", String.class),
                row.get("name", String.class),
                Optional.ofNullable(row.get("floor", String.class)),
                Optional.ofNullable(row.get("own", String.class)));
        return new Tenant(
                row.get("displayName", String.class),
                row.get("client", String.class),
                texts,
                CountedRealm.of(texts),
                RealmSummary.EMPTY);
    }

    private List<Tenant> counted(List<Tenant> tenants, int numbered) {
        return with(tenants, counts.of(counted(tenants.subList(0, Math.min(numbered, tenants.size())))));
    }

    private static List<CountedRealm> counted(List<Tenant> tenants) {
        return tenants.stream().map(Tenant::counted).toList();
    }

    private static List<Tenant> with(List<Tenant> tenants, Map<String, RealmSummary> numbers) {
        return tenants.stream()
                .map(tenant -> tenant.with(numbers.getOrDefault(tenant.id(), RealmSummary.EMPTY)))
                .toList();
    }
}
