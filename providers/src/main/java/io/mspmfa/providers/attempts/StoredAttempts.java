// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.attempts;

import io.mspmfa.providers.compatibility.ServerTime;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The wrong codes in the database, from where they are counted again after a restart. In a session's transaction. */
final class StoredAttempts {
    private final EntityManager em;

    StoredAttempts(KeycloakSession session) {
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** Stores a wrong code, in place of an older one of the same number. */
    void failed(String realmId, String userId, int attempt, long lockedUntil) {
        em.createQuery("insert into MspMfaAttempt (realmId, userId, attempt, failed, lockedUntil)"
                        + " values (:realm, :user, :attempt, :failed, :lockedUntil)"
                        + " on conflict (realmId, userId, attempt)"
                        + " do update set failed = excluded.failed, lockedUntil = excluded.lockedUntil")
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .setParameter("attempt", attempt)
                .setParameter("failed", ServerTime.seconds())
                .setParameter("lockedUntil", lockedUntil)
                .executeUpdate();
    }

    void forget(String realmId, String userId) {
        em.createQuery("delete from MspMfaAttempt a where a.realmId = :realm and a.userId = :user")
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .executeUpdate();
    }

    void forgetOlderThan(long seconds) {
        em.createQuery("delete from MspMfaAttempt a where a.failed <= :oldest")
                .setParameter("oldest", seconds)
                .executeUpdate();
    }

    List<AttemptRow> all() {
        return em.createQuery("select a from MspMfaAttempt a", AttemptRow.class).getResultList();
    }
}
