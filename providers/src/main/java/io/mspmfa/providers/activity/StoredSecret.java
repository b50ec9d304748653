// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.activity;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * The secret that a server has made for itself, once for all nodes. In a table that no REST API shows and no export
 * contains, because what tenants see of attributes and components changes from one Keycloak to the next.
 */
final class StoredSecret {
    private static final String ID = "activity";

    /** 256 bits, the size of the seals. */
    private static final int BYTES = 32;

    private StoredSecret() {}

    /** Reads it; makes it if there is none, in a transaction of its own, so that all nodes have the same. */
    static synchronized String of(KeycloakSession session) {
        return find(session).orElseGet(() -> {
            KeycloakModelUtils.runJobInTransaction(session.getKeycloakSessionFactory(), StoredSecret::make);
            return KeycloakModelUtils.runJobInTransactionWithResult(
                            session.getKeycloakSessionFactory(), StoredSecret::find)
                    .orElseThrow();
        });
    }

    private static Optional<String> find(KeycloakSession session) {
        return entityManager(session)
                .createQuery("select k.secret from MspMfaKey k where k.id = :id", String.class)
                .setParameter("id", ID)
                .getResultStream()
                .findFirst();
    }

    private static void make(KeycloakSession session) {
        entityManager(session)
                .createQuery("insert into MspMfaKey (id, secret) values (:id, :secret) on conflict (id) do nothing")
                .setParameter("id", ID)
                .setParameter("secret", SecretGenerator.getInstance().randomBytesHex(BYTES))
                .executeUpdate();
    }

    private static EntityManager entityManager(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
