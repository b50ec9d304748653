// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.activity;

import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.admin.query.VisibleUsers;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;

/**
 * A page of a realm's record, newest first, in one statement.
 *
 * @param user the id of the user whom it is about; null for everything
 * @param after the number that the page goes on from; null for the first page
 * @param max how many at most
 */
record ActivityQuery(@Nullable String user, @Nullable Long after, int max) {

    /** @param visible the users whom the caller may see; whoever may not see all sees nothing about the realm itself */
    List<ActivityView> run(AdminCall call, VisibleUsers visible) {
        EntityManager database =
                call.session().getProvider(JpaConnectionProvider.class).getEntityManager();
        TypedQuery<Tuple> query = visible.bind(database.createQuery(
                "select a.seq as seq, a.doneAt as doneAt, a.what as what, a.userId as userId, a.content as content"
                        + " from MspMfaActivity a where a.realmId = :realm"
                        + (user == null ? "" : " and a.userId = :user")
                        + (after == null ? "" : " and a.seq < :after")
                        + " and " + visible.condition("a.userId")
                        + " order by a.seq desc",
                Tuple.class));
        query.setParameter("realm", call.realm().getId());
        if (user != null) {
            query.setParameter("user", user);
        }
        if (after != null) {
            query.setParameter("after", after);
        }
        return query.setMaxResults(max).getResultStream().map(ActivityView::of).toList();
    }
}
