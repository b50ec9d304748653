// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.factors;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.jpa.entities.CredentialEntity;
import org.keycloak.storage.jpa.entity.FederatedUserCredentialEntity;

/**
 * A credential as it is in the database now, locked until the transaction has ended: for what must not be used twice,
 * since caches may still have an earlier state.
 *
 * @param credentialData the public part, as JSON; anyone may have written it
 * @param secretData the secret part, as JSON
 */
public record LockedRow(
        @Nullable String credentialData, @Nullable String secretData) {

    /** Locks and reads a row; empty if it has been replaced or removed in the meantime. */
    public static Optional<LockedRow> of(KeycloakSession session, String credentialId) {
        EntityManager database =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        return lock(database, CredentialEntity.class, credentialId)
                .map(row -> new LockedRow(row.getCredentialData(), row.getSecretData()))
                .or(() -> lock(database, FederatedUserCredentialEntity.class, credentialId)
                        .map(row -> new LockedRow(row.getCredentialData(), row.getSecretData())));
    }

    /**
     * Locks a row, and then reads it again, since this request may have read it before. Once it is locked, nobody else can
     * remove it, which would make reading it again end the transaction. The object that Keycloak may hold stays the same:
     * without a cache of users, it is part of the user's list.
     */
    private static <T> Optional<T> lock(EntityManager database, Class<T> type, String id) {
        Optional<T> row = database.createQuery("select c from " + type.getSimpleName() + " c where c.id = :id", type)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
        row.ifPresent(locked -> database.refresh(locked, LockModeType.PESSIMISTIC_WRITE));
        return row;
    }
}
