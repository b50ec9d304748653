// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.backupcodes;

import io.mspmfa.providers.attempts.UseMark;
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
 * Marks a backup code as used in such a way that exactly one of any number of parallel attempts succeeds (R3). A mark
 * in the cluster refuses attempts at the same moment; a row lock and a fresh read refuse those that arrive before the
 * caches have been updated.
 */
final class SpendingLock {
    /** Longer than any transaction or cache lag. */
    private static final long MARK_SECONDS = 120;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    SpendingLock(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.user = user;
    }

    /** Whether the code at an index was unused until now; marks it as used. */
    boolean spend(BackupCodesCredentialModel cached, int index) {
        String mark = "msp.mfa.backup." + realm.getId() + "." + cached.getId() + "." + index;
        if (cached.codes().isUsed(index) || !UseMark.tryMark(session, mark, MARK_SECONDS)) {
            return false;
        }
        Optional<BackupCodesCredentialModel> stored = lockAndRead(cached.getId())
                .flatMap(secretData -> BackupCodesCredentialModel.read(cached, secretData))
                .filter(now -> now.codes().hasSameCodeAt(index, cached.codes()));
        if (stored.isEmpty() || stored.get().codes().isUsed(index)) {
            return false;
        }
        user.credentialManager().updateStoredCredential(stored.get().withUsed(index));
        return true;
    }

    /** The secret data as it is in the database now; empty if the set has been replaced or removed in the meantime. */
    private Optional<String> lockAndRead(String credentialId) {
        EntityManager database =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        return lock(database, CredentialEntity.class, credentialId)
                .map(CredentialEntity::getSecretData)
                .or(() -> lock(database, FederatedUserCredentialEntity.class, credentialId)
                        .map(FederatedUserCredentialEntity::getSecretData));
    }

    /**
     * Reads a row again under a lock. A refresh would end the transaction if the row has been deleted in the meantime.
     */
    private static <T> Optional<T> lock(EntityManager database, Class<T> type, String id) {
        T known = database.find(type, id);
        if (known == null) {
            return Optional.empty();
        }
        database.detach(known);
        return Optional.ofNullable(database.find(type, id, LockModeType.PESSIMISTIC_WRITE));
    }
}
