// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.tenants;

import io.mspmfa.providers.admin.call.Changes;
import io.mspmfa.providers.compatibility.ServerTime;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/**
 * All tenants with their numbers, of everybody: callers see their own part of it. Each node counts at most once a minute,
 * by one request at a time, and again after it has changed something itself.
 *
 * @param tenants in no order
 * @param countedAt when counting began, in seconds since the epoch
 * @param changes what {@link Changes#count} was at that time
 */
record TenantBoard(List<Tenant> tenants, long countedAt, long changes) {
    private static final int SECONDS = 60;

    private static final Lock COUNTING = new ReentrantLock();

    private static volatile @Nullable TenantBoard last;

    /** The board, counted now if need be. */
    static TenantBoard of(KeycloakSession session) {
        TenantBoard known = last;
        if (known != null && known.isCurrent(session)) {
            return known;
        }
        COUNTING.lock();
        try {
            TenantBoard meanwhile = last;
            if (meanwhile != null && meanwhile.isCurrent(session)) {
                return meanwhile;
            }
            TenantBoard fresh = count(session);
            last = fresh;
            return fresh;
        } finally {
            COUNTING.unlock();
        }
    }

    private static TenantBoard count(KeycloakSession session) {
        long changes = Changes.count();
        long now = ServerTime.seconds();
        return new TenantBoard(new TenantRows(session).all(), now, changes);
    }

    /** A tenant that was just created, on any node and by whatever means, must not be missing for a minute. */
    private boolean isCurrent(KeycloakSession session) {
        long age = ServerTime.seconds() - countedAt;
        return changes == Changes.count()
                && age >= 0
                && age < SECONDS
                && tenants.size() == new TenantRows(session).count();
    }
}
