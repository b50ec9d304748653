// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.backupcodes;

import io.mspmfa.providers.factors.backupcodes.BackupCodesCredentialModel;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.jpa.entities.CredentialEntity;
import org.keycloak.storage.jpa.entity.FederatedUserCredentialEntity;

/**
 * Marks a backup code as used such that of any number of parallel tries one succeeds (R3): a mark in the cluster turns
 * away those who come at the same moment, a row lock and a fresh read those who come before the caches know.
 */
final class SpendingLock {
    /** Longer than a transaction lasts and a cache lags; a code whose transaction failed may be tried again after. */
    private static final long MARK_SECONDS = 120;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    SpendingLock(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.user = user;
    }

    /** Whether the code at an index was unused until now. */
    boolean spend(BackupCodesCredentialModel cached, int index) {
        String mark = "msp.mfa.backup." + realm.getId() + "." + cached.getId() + "." + index;
        if (cached.codes().isUsed(index) || !session.singleUseObjects().putIfAbsent(mark, MARK_SECONDS)) {
            return false;
        }
        Optional<BackupCodesCredentialModel> stored =
                lockAndRead(cached.getId()).map(secretData -> BackupCodesCredentialModel.from(cached, secretData));
        if (stored.isEmpty() || stored.get().codes().isUsed(index)) {
            return false;
        }
        user.credentialManager().updateStoredCredential(stored.get().withUsed(index));
        return true;
    }

    /** The secret data as the database has it now; empty where the set was replaced or removed meanwhile. */
    private Optional<String> lockAndRead(String credentialId) {
        EntityManager database =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        return lock(database, CredentialEntity.class, credentialId)
                .map(CredentialEntity::getSecretData)
                .or(() -> lock(database, FederatedUserCredentialEntity.class, credentialId)
                        .map(FederatedUserCredentialEntity::getSecretData));
    }

    /** Reads a row anew under a lock. A refresh would end the transaction where the row was deleted meanwhile. */
    private static <T> Optional<T> lock(EntityManager database, Class<T> type, String id) {
        T known = database.find(type, id);
        if (known == null) {
            return Optional.empty();
        }
        database.detach(known);
        return Optional.ofNullable(database.find(type, id, LockModeType.PESSIMISTIC_WRITE));
    }
}
