// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.backupcodes;

import io.mspmfa.providers.attempts.UseMark;
import io.mspmfa.providers.factors.LockedRow;
import io.mspmfa.providers.factors.backupcodes.BackupCodesCredentialModel;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

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
        Optional<BackupCodesCredentialModel> stored = LockedRow.of(session, cached.getId())
                .flatMap(row -> BackupCodesCredentialModel.read(cached, row.secretData()))
                .filter(now -> now.codes().hasSameCodeAt(index, cached.codes()));
        if (stored.isEmpty() || stored.get().codes().isUsed(index)) {
            return false;
        }
        user.credentialManager().updateStoredCredential(stored.get().withUsed(index));
        return true;
    }
}
