// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.devices;

import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.tasks.Batches;
import io.mspmfa.providers.tasks.HourlyTask;
import org.keycloak.models.KeycloakSession;

/**
 * Deletes the rows of expired devices, on one node at a time. They count nowhere, but a user who never comes back would
 * leave them there.
 */
public final class ExpiredDevices {
    private static final String NAME = "MspMfaExpiredDevices";
    private static final int BATCH = 1000;
    private static final int MOST_BATCHES = 50;

    private ExpiredDevices() {}

    /** To be called once when the server starts. */
    public static void schedule(KeycloakSession session) {
        HourlyTask.schedule(session, NAME, ExpiredDevices::forget);
    }

    private static void forget(KeycloakSession session) {
        long now = ServerTime.seconds();
        Batches batches = new Batches(session.getKeycloakSessionFactory(), BATCH, MOST_BATCHES);
        batches.run(own -> new DeviceRows(own).forgetExpired(now, batches.size()));
    }
}
