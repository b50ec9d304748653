// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.risk;

import io.mspmfa.core.risk.Network;
import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.store.SharedStore;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * What has recently happened around a login: failures of the user, failures from the network, users of the network.
 * Counted in the cluster, never in the database, and forgotten after at most an hour and a half.
 */
final class Traffic {
    private static final String PREFIX = "msp.mfa.risk.";
    private static final int FAILURE_SECONDS = (int) TimeUnit.HOURS.toSeconds(1);
    private static final int CROWD_SECONDS = (int) TimeUnit.MINUTES.toSeconds(10);

    /** More than any signal of ours asks for. */
    private static final int MOST_OF_USER = 20;

    private static final int MOST_OF_NETWORK = 100;
    private static final int MOST_USERS = 20;

    private final SharedStore store;
    private final String realmId;

    Traffic(KeycloakSession session, RealmModel realm) {
        this.store = SharedStore.of(session);
        this.realmId = realm.getId();
    }

    /** How much was counted. */
    record Counts(int userFailures, int networkFailures, int usersOfNetwork) {
        static final Counts NONE = new Counts(0, 0, 0);
    }

    /**
     * Counts a login that failed.
     *
     * @param userId null if there is no such user
     */
    void failed(@Nullable String userId, Optional<Network> network) {
        long now = ServerTime.seconds();
        network.ifPresent(from -> {
            failuresFrom(from).add(store, now);
            if (userId != null) {
                seen(userId, from, now);
            }
        });
        if (userId != null) {
            failuresOf(userId).add(store, now);
        }
    }

    /** Counts a login whose password was right, and says what has been counted by then. */
    Counts around(UserModel user, Network network) {
        long now = ServerTime.seconds();
        seen(user.getId(), network, now);
        int[] counts = new int[3];
        store.inOneTransaction(objects -> {
            counts[0] = failuresOf(user.getId()).read(objects, now);
            counts[1] = failuresFrom(network).read(objects, now);
            counts[2] = crowd(network).read(objects, now);
        });
        return new Counts(counts[0], counts[1], Math.max(1, counts[2]));
    }

    /** A user counts once, however often they try. */
    private void seen(String userId, Network network, long now) {
        if (store.putIfAbsent(crowd(network).key() + ".user." + userId, CROWD_SECONDS)) {
            crowd(network).add(store, now);
        }
    }

    private RecentCount failuresOf(String userId) {
        return new RecentCount(PREFIX + realmId + ".user." + userId, FAILURE_SECONDS, MOST_OF_USER);
    }

    private RecentCount failuresFrom(Network network) {
        return new RecentCount(PREFIX + realmId + ".network." + network.hex(), FAILURE_SECONDS, MOST_OF_NETWORK);
    }

    private RecentCount crowd(Network network) {
        return new RecentCount(PREFIX + realmId + ".crowd." + network.hex(), CROWD_SECONDS, MOST_USERS);
    }
}
