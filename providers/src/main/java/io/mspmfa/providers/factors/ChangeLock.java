// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.factors;

import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Lets one request at a time change a user's factors, so that two tabs that finish at once leave one factor. */
public final class ChangeLock {
    /** Should a node die while it holds the lock. */
    private static final long LONGEST_SECONDS = 30;

    private ChangeLock() {}

    /** Takes the lock until the transaction has ended; false where another request holds it. */
    public static boolean tryLock(KeycloakSession session, RealmModel realm, UserModel user) {
        String key = "msp.mfa.change." + realm.getId() + "." + user.getId();
        if (!session.singleUseObjects().putIfAbsent(key, LONGEST_SECONDS)) {
            return false;
        }
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                session.singleUseObjects().remove(key);
            }

            @Override
            protected void rollbackImpl() {
                session.singleUseObjects().remove(key);
            }
        });
        return true;
    }
}
