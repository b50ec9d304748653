// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.devices;

import io.mspmfa.providers.compatibility.ServerTime;
import java.util.concurrent.TimeUnit;
import org.keycloak.cluster.ClusterProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;
import org.keycloak.timer.TimerProvider;

/**
 * Deletes the rows of expired devices, on one node at a time. They count nowhere, but a user who never comes back would
 * leave them there.
 */
public final class ExpiredDevices implements ScheduledTask {
    /** The name of the task at Keycloak's timer. */
    static final String NAME = "MspMfaExpiredDevices";

    private static final long INTERVAL_MINUTES = 60;

    /** How many rows one transaction deletes. */
    private static final int BATCH = 1000;

    /** Keycloak has one thread for all tasks, so what is left after that waits for the next time. */
    private static final int MOST_BATCHES = 50;

    private ExpiredDevices() {}

    /** To be called once when the server starts. */
    public static void schedule(KeycloakSession session) {
        session.getProvider(TimerProvider.class)
                .scheduleTask(new ExpiredDevices(), TimeUnit.MINUTES.toMillis(INTERVAL_MINUTES), NAME);
    }

    @Override
    public String getTaskName() {
        return NAME;
    }

    @Override
    public void run(KeycloakSession session) {
        KeycloakSessionFactory factories = session.getKeycloakSessionFactory();
        session.getProvider(ClusterProvider.class)
                .executeIfNotExecuted(NAME, (int) TimeUnit.MINUTES.toSeconds(INTERVAL_MINUTES), () -> {
                    forget(factories);
                    return true;
                });
    }

    private static void forget(KeycloakSessionFactory factories) {
        long now = ServerTime.seconds();
        int batches = 0;
        int forgotten;
        do {
            forgotten = KeycloakModelUtils.runJobInTransactionWithResult(
                    factories, own -> new DeviceRows(own).forgetExpired(now, BATCH));
            batches++;
        } while (forgotten == BATCH && batches < MOST_BATCHES);
    }
}
