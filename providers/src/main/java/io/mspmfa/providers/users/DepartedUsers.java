// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.users;

import io.mspmfa.core.codes.Sha256;
import io.mspmfa.providers.compatibility.ServerTime;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The flags and the grace of deleted users, for a year. Whoever may import users can delete a user and create the same
 * one again in a single call; by its id or by its name, the new one inherits from the old one. SQL statements only, in
 * the transaction of a session.
 */
final class DepartedUsers {
    /** Longer than any grace. */
    private static final long KEPT_SECONDS = TimeUnit.DAYS.toSeconds(365);

    private static final String SAME = " from MspMfaDeparted d where d.realmId = :realm"
            + " and (d.userId = :user or d.nameHash = :name) and d.departed > :oldest";

    private final EntityManager em;
    private final String realmId;

    DepartedUsers(EntityManager em, String realmId) {
        this.em = em;
        this.realmId = realmId;
    }

    /** Keeps what is stored about a user, if anything of it matters to a user of the same name. Forgets old ones. */
    void keep(String userId, String username, UserRecord record) {
        em.createQuery("delete from MspMfaDeparted d where d.realmId = :realm and (d.departed <= :oldest"
                        + " or d.userId = :user)")
                .setParameter("realm", realmId)
                .setParameter("oldest", oldest())
                .setParameter("user", userId)
                .executeUpdate();
        em.createQuery("insert into MspMfaDeparted (realmId, userId, nameHash, required, requiredByTenant, graceStart,"
                        + " departed) values (:realm, :user, :name, :required, :byTenant, :graceStart, :departed)")
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .setParameter("name", hash(username))
                .setParameter("required", record.requiredByReseller())
                .setParameter("byTenant", record.requiredByTenant())
                .setParameter("graceStart", record.graceStart())
                .setParameter("departed", ServerTime.seconds())
                .executeUpdate();
    }

    /** What a user inherits; empty if there was none with the same id or name. The strictest of several. */
    Optional<UserRecord> inheritanceOf(String userId, String username) {
        TypedQuery<UserRecord> query = em.createQuery(
                "select new io.mspmfa.providers.users.UserRecord(d.required, d.requiredByTenant, d.graceStart, null,"
                        + " null, null, null)" + SAME,
                UserRecord.class);
        bind(query, userId, username);
        return query.getResultStream().reduce(UserRecord::strictest);
    }

    /** Forgets what was inherited. */
    void forget(String userId, String username) {
        Query query = em.createQuery("delete" + SAME);
        bind(query, userId, username);
        query.executeUpdate();
    }

    private void bind(Query query, String userId, String username) {
        query.setParameter("realm", realmId)
                .setParameter("user", userId)
                .setParameter("name", hash(username))
                .setParameter("oldest", oldest());
    }

    private static long oldest() {
        return ServerTime.seconds() - KEPT_SECONDS;
    }

    private String hash(String username) {
        return Sha256.hex(realmId + ' ' + username.toLowerCase(Locale.ROOT));
    }
}
