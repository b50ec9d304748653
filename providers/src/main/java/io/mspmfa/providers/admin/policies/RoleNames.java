// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.policies;

import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.admin.call.Page;
import io.mspmfa.providers.admin.call.Query;
import io.mspmfa.providers.admin.query.LikePattern;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;

/**
 * The names of a realm's roles as policies write them: {@code role}, or {@code client.role}
 * (KeycloakModelUtils.getRoleFromString). One statement for each page.
 */
public final class RoleNames {
    private static final int MAX_PAGE = 200;
    private static final int DEFAULT_PAGE = 50;

    /** A client's id, a dot and a role's name. */
    private static final int LONGEST_NAME = 511;

    private static final String NAME =
            "case when c.clientId is null then r.name else concat(c.clientId, '.', r.name) end";

    private RoleNames() {}

    /** A page of names in order. Query: {@code search} (a part of the name), {@code after}, {@code max} (at most 200). */
    public static Page<String> page(AdminCall call) {
        Query query = call.query("search", "after", "max");
        int max = query.number("max", 1, MAX_PAGE, DEFAULT_PAGE);
        List<String> names = names(call, query.text("search"), query.text("after", LONGEST_NAME), max + 1);
        boolean isLast = names.size() <= max;
        List<String> items = names.subList(0, Math.min(max, names.size()));
        return new Page<>(items, isLast ? null : items.get(max - 1));
    }

    private static List<String> names(AdminCall call, @Nullable String search, @Nullable String after, int max) {
        EntityManager database =
                call.session().getProvider(JpaConnectionProvider.class).getEntityManager();
        TypedQuery<String> query = database.createQuery(
                "select " + NAME + " from RoleEntity r left join ClientEntity c on c.id = r.clientId"
                        + " where r.realmId = :realm"
                        + (search == null ? "" : " and " + LikePattern.condition(NAME))
                        + (after == null ? "" : " and " + NAME + " > :after")
                        + " order by " + NAME,
                String.class);
        query.setParameter("realm", call.realm().getId());
        if (search != null) {
            query.setParameter("search", LikePattern.containing(search));
        }
        if (after != null) {
            query.setParameter("after", after);
        }
        return query.setMaxResults(max).getResultList();
    }
}
