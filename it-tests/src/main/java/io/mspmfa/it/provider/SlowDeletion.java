// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.provider;

import jakarta.persistence.EntityManager;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Deletes credentials and keeps their rows locked until another transaction waits for one of them. For H2. */
final class SlowDeletion {

    private static final String WAITING =
            "select count(*) from information_schema.sessions where blocker_id is not null";
    private static final int TRIES = 1000;
    private static final int LIMIT_SECONDS = 20;

    private static final Semaphore UNDER_WAY = new Semaphore(0);

    private final EntityManager database;

    SlowDeletion(KeycloakSession session) {
        database = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** Returns once rows have been deleted but not committed; false if that doesn't happen. */
    static boolean awaitUnderWay() throws InterruptedException {
        return UNDER_WAY.tryAcquire(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    /** Whether another transaction came to wait. */
    boolean run(UserModel user, String type) {
        user.credentialManager()
                .getStoredCredentialsByTypeStream(type)
                .toList()
                .forEach(credential -> user.credentialManager().removeStoredCredentialById(credential.getId()));
        database.flush();
        UNDER_WAY.release();
        try {
            return awaitWaiting();
        } finally {
            UNDER_WAY.drainPermits();
        }
    }

    private boolean awaitWaiting() {
        for (int i = 0; i < TRIES; i++) {
            if (((Number) database.createNativeQuery(WAITING).getSingleResult()).intValue() > 0) {
                return true;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        return false;
    }
}
