// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.attempts;

import io.mspmfa.core.activity.Act;
import io.mspmfa.core.activity.Deed;
import io.mspmfa.providers.activity.Activity;
import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.store.SharedStore;
import io.mspmfa.providers.users.UserRecords;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * What outlives the shared store, which Keycloak keeps in the memory of its nodes, and which is empty once the last of
 * them has stopped. Wrong codes are in the database too, and are counted again by the first node that finds the store
 * empty. Used time steps are not, because a right code writes nothing: instead, the store knows since when it is
 * complete ({@link #since}). A store that is in the database itself needs neither.
 */
public final class AttemptMemory {
    private static final String KEY = "msp.mfa.since";

    private static final String START = "start";

    /** Longer than a cluster goes without a node being started, which would only read the database again. */
    private static final long KEPT_SECONDS = 10L * 365 * 24 * 60 * 60;

    private AttemptMemory() {}

    /**
     * Since when every mark that was set in the shared store is still there, in seconds since the epoch; 0 if it never
     * forgets.
     */
    public static long since(KeycloakSession session) {
        SharedStore store = SharedStore.of(session);
        if (store.isInDatabase()) {
            return 0;
        }
        Map<String, String> known = store.get(KEY);
        return known == null ? begin(session, store) : Long.parseLong(known.getOrDefault(START, "0"));
    }

    /** The shared store, with every wrong code that counts. */
    static SharedStore store(KeycloakSession session) {
        since(session);
        return SharedStore.of(session);
    }

    /** Two nodes that start at the same time may both do this. */
    private static long begin(KeycloakSession session, SharedStore store) {
        long now = ServerTime.seconds();
        KeycloakModelUtils.runJobInTransaction(session.getKeycloakSessionFactory(), own -> {
            StoredAttempts stored = new StoredAttempts(own);
            stored.forgetOlderThan(now - Attempts.REMEMBERED_SECONDS);
            List<AttemptRow> rows = stored.all();
            store.inOneTransaction(objects -> rows.forEach(row -> Attempts.recall(objects, row)));
        });
        store.put(KEY, KEPT_SECONDS, Map.of(START, Long.toString(now)));
        return now;
    }

    /** Keeps a wrong code. In a separate transaction, because a refused password grant rolls back its own. */
    static void keep(KeycloakSession session, RealmModel realm, UserModel user, int attempt, long lockedUntil) {
        boolean outlives = SharedStore.of(session).isInDatabase();
        if (outlives && lockedUntil == 0) {
            return;
        }
        KeycloakModelUtils.runJobInTransaction(session.getKeycloakSessionFactory(), own -> {
            if (!outlives) {
                new StoredAttempts(own).failed(realm.getId(), user.getId(), attempt, lockedUntil);
            }
            if (lockedUntil > 0) {
                UserRecords.locked(own, realm, user, lockedUntil); // for the status list
                Act act = Act.of(Deed.LOCKED).about(Activity.person(user)).with("wrongCodes", attempt);
                Activity.record(own, realm, act.with("until", moment(lockedUntil)));
            }
        });
    }

    /** Null if an administrator has to help. */
    private static @Nullable String moment(long lockedUntil) {
        return lockedUntil == Long.MAX_VALUE
                ? null
                : Instant.ofEpochSecond(lockedUntil).toString();
    }

    /** Deletes a user's wrong codes from the database. */
    static void forget(KeycloakSession session, String realmId, String userId) {
        if (!SharedStore.of(session).isInDatabase()) {
            KeycloakModelUtils.runJobInTransaction(
                    session.getKeycloakSessionFactory(), own -> new StoredAttempts(own).forget(realmId, userId));
        }
    }
}
