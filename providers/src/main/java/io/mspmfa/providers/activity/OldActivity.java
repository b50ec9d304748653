// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.activity;

import io.mspmfa.providers.compatibility.ServerTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.keycloak.cluster.ClusterProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;
import org.keycloak.timer.TimerProvider;

/** Deletes records that are older than the server's option says, on one node at a time. */
public final class OldActivity implements ScheduledTask {
    /** The name of the task at Keycloak's timer. */
    static final String NAME = "MspMfaOldActivity";

    private static final long INTERVAL_MINUTES = 60;

    /** How many records one transaction deletes, during which nothing is recorded in their realm. */
    private static final int BATCH = 500;

    /** Keycloak has one thread for all tasks, so what is left after that waits for the next time. */
    private static final int MOST_BATCHES = 100;

    private OldActivity() {}

    /** To be called once when the server starts. */
    public static void schedule(KeycloakSession session) {
        session.getProvider(TimerProvider.class)
                .scheduleTask(new OldActivity(), TimeUnit.MINUTES.toMillis(INTERVAL_MINUTES), NAME);
    }

    @Override
    public String getTaskName() {
        return NAME;
    }

    @Override
    public void run(KeycloakSession session) {
        KeycloakSessionFactory factories = session.getKeycloakSessionFactory();
        long before = ServerTime.seconds()
                - TimeUnit.DAYS.toSeconds(ActivitySettings.of(session).days());
        session.getProvider(ClusterProvider.class)
                .executeIfNotExecuted(NAME, (int) TimeUnit.MINUTES.toSeconds(INTERVAL_MINUTES), () -> {
                    forget(factories, before);
                    return true;
                });
    }

    private static void forget(KeycloakSessionFactory factories, long before) {
        List<String> realms = KeycloakModelUtils.runJobInTransactionWithResult(
                factories, own -> new ActivityRows(own).realmsWithOlder(before, MOST_BATCHES));
        int batches = 0;
        for (String realm : realms) {
            int forgotten = BATCH;
            while (forgotten == BATCH && batches < MOST_BATCHES) {
                forgotten = KeycloakModelUtils.runJobInTransactionWithResult(
                        factories, own -> new ChainWriter(own, new ActivityRows(own), realm).forget(before, BATCH));
                batches++;
            }
        }
    }
}
