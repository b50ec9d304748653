// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.activity;

import io.mspmfa.core.activity.Act.Actor;
import io.mspmfa.core.activity.ActText;
import io.mspmfa.core.activity.Deed;
import io.mspmfa.providers.admin.call.Moment;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * The newest record about a realm's policy or floor.
 *
 * @param what the code of a deed
 * @param at when
 * @param by the name of the user who did it; null if nobody knows
 */
public record LastChange(String what, String at, @Nullable String by) {
    private static final List<String> DEEDS = Stream.of(
                    Deed.TENANT_CREATED,
                    Deed.POLICY_CHANGED,
                    Deed.POLICY_REMOVED,
                    Deed.FLOOR_CHANGED,
                    Deed.FLOOR_REMOVED)
            .map(Deed::code)
            .toList();

    private static final String NEWEST = "select b.realmId as realmId, max(b.seq) as seq from MspMfaActivity b"
            + " where b.realmId in (:realms) and b.userId is null and b.what in (:deeds) group by b.realmId";

    /** The last change of each of these realms, by their ids, in one statement; those without one are missing. */
    public static Map<String, LastChange> of(KeycloakSession session, Collection<String> realmIds) {
        if (realmIds.isEmpty()) {
            return Map.of();
        }
        EntityManager database =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        return database.createQuery(
                        "select a.realmId as realmId, a.doneAt as doneAt, a.what as what, a.content as content"
                                + " from MspMfaActivity a join (" + NEWEST
                                + ") newest on newest.realmId = a.realmId and newest.seq = a.seq",
                        Tuple.class)
                .setParameter("realms", realmIds)
                .setParameter("deeds", DEEDS)
                .getResultStream()
                .collect(Collectors.toMap(row -> row.get("realmId", String.class), LastChange::of));
    }

    private static LastChange of(Tuple row) {
        Actor by = ActText.read(row.get("content", String.class)).by();
        return new LastChange(
                row.get("what", String.class),
                Moment.ofSeconds(row.get("doneAt", Long.class).longValue()),
                by == null ? null : by.username());
    }
}
