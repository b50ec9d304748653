// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.tenants;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.admin.policies.GraceDays;
import io.mspmfa.providers.admin.policies.PolicyDocument;
import io.mspmfa.providers.admin.query.LikePattern;
import io.mspmfa.providers.admin.summary.RealmSummary;
import io.mspmfa.providers.admin.summary.SummaryQueries;
import io.mspmfa.providers.admin.summary.SummaryView;
import io.mspmfa.providers.policy.Floors;
import io.mspmfa.providers.policy.RealmPolicies;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Pages of tenants with their numbers. Their policies come from Keycloak's realm cache, the rest from a few statements. */
final class TenantList {
    private final KeycloakSession session;
    private final Portfolio portfolio;

    TenantList(KeycloakSession session, Portfolio portfolio) {
        this.session = session;
        this.portfolio = portfolio;
    }

    /** A page; its cursor is the name of its last tenant. */
    ObjectNode page(@Nullable String search, @Nullable String after, int max) {
        List<String> ids = ids(search, after, max + 1);
        Map<RealmModel, Integer> realms = new LinkedHashMap<>();
        for (String id : ids.subList(0, Math.min(max, ids.size()))) {
            RealmModel realm = session.realms().getRealm(id);
            if (realm != null) {
                realms.put(realm, GraceDays.daysOf(realm));
            }
        }
        Map<String, RealmSummary> summaries = new SummaryQueries(session).of(realms);
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        ArrayNode items = page.putArray("items");
        String last = null;
        for (RealmModel realm : realms.keySet()) {
            items.add(tenant(realm, summaries.getOrDefault(realm.getId(), RealmSummary.EMPTY)));
            last = realm.getName();
        }
        page.put("next", ids.size() > max ? last : null);
        return page;
    }

    private static ObjectNode tenant(RealmModel realm, RealmSummary summary) {
        ObjectNode tenant = JsonNodeFactory.instance.objectNode();
        tenant.put("realm", realm.getName());
        tenant.put("displayName", realm.getDisplayName());
        tenant.put(
                "mode",
                RealmPolicies.isManaged(realm)
                        ? RealmPolicies.of(realm).get(PolicyField.MODE).json()
                        : null);
        ObjectNode floor = PolicyDocument.stored(Floors.text(realm));
        tenant.set("floor", floor == null ? NullNode.getInstance() : floor);
        tenant.put("users", summary.users());
        tenant.put("enrolled", summary.enrolled());
        tenant.put("adminsWithoutMfa", summary.adminsWithoutMfa());
        tenant.put("compliant", SummaryView.asksEverybody(realm) && summary.adminsWithoutMfa() == 0);
        return tenant;
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
