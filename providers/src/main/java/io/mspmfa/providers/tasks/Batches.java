// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.tasks;

import java.util.function.ToIntFunction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Deletions in small transactions, of which there are only so many: Keycloak has one thread for all tasks, so what is left
 * after that waits for the next time.
 */
public final class Batches {
    private final KeycloakSessionFactory factories;
    private final int size;
    private int left;

    /**
     * @param size how many rows one transaction deletes
     * @param most how many transactions there are at most
     */
    public Batches(KeycloakSessionFactory factories, int size, int most) {
        this.factories = factories;
        this.size = size;
        this.left = most;
    }

    /** How many rows one transaction deletes. */
    public int size() {
        return size;
    }

    /**
     * Deletes until nothing is left to delete.
     *
     * @param deletion deletes at most {@link #size} rows in the session's transaction, and says how many it were
     */
    public void run(ToIntFunction<KeycloakSession> deletion) {
        int deleted = size;
        while (deleted == size && left > 0) {
            deleted = KeycloakModelUtils.runJobInTransactionWithResult(factories, deletion::applyAsInt);
            left--;
        }
    }
}
