// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.tasks;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.keycloak.cluster.ClusterProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.timer.ScheduledTask;
import org.keycloak.timer.TimerProvider;

/** Work that one node of a cluster does once an hour. */
public final class HourlyTask implements ScheduledTask {
    private static final long INTERVAL_MINUTES = 60;

    private final String name;
    private final Consumer<KeycloakSession> work;

    private HourlyTask(String name, Consumer<KeycloakSession> work) {
        this.name = name;
        this.work = work;
    }

    /**
     * To be called once when the server starts.
     *
     * @param name the name of the task at Keycloak's timer, and in the cluster
     * @param work is given a session in whose transaction nothing else is done
     */
    public static void schedule(KeycloakSession session, String name, Consumer<KeycloakSession> work) {
        session.getProvider(TimerProvider.class)
                .scheduleTask(new HourlyTask(name, work), TimeUnit.MINUTES.toMillis(INTERVAL_MINUTES), name);
    }

    @Override
    public String getTaskName() {
        return name;
    }

    @Override
    public void run(KeycloakSession session) {
        session.getProvider(ClusterProvider.class)
                .executeIfNotExecuted(name, (int) TimeUnit.MINUTES.toSeconds(INTERVAL_MINUTES), () -> {
                    work.accept(session);
                    return true;
                });
    }
}
