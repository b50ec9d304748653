// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.activity;

import io.mspmfa.core.activity.Deed;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** A query on the record, put together from conditions on the row {@code a}. */
final class ActivityHql {
    private static final String COLUMNS =
            "select a.realmId as realmId, a.seq as seq, a.doneAt as doneAt, a.what as what,"
                    + " a.userId as userId, a.content as content from MspMfaActivity a where ";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    ActivityHql where(String condition) {
        conditions.add(condition);
        return this;
    }

    ActivityHql with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    /** Only what administrators do, if this is true. */
    ActivityHql byAdministrators(boolean only) {
        return only ? where("a.what in (:deeds)").with("deeds", Deed.ofAdministrators()) : this;
    }

    /** The query, in an order. */
    TypedQuery<Tuple> ordered(KeycloakSession session, String order) {
        EntityManager database =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        TypedQuery<Tuple> query =
                database.createQuery(COLUMNS + String.join(" and ", conditions) + " order by " + order, Tuple.class);
        parameters.forEach(query::setParameter);
        return query;
    }
}
