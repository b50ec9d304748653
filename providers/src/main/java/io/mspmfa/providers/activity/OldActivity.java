// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.activity;

import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.tasks.Batches;
import io.mspmfa.providers.tasks.HourlyTask;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Deletes records that are older than the server's option says, on one node at a time. */
public final class OldActivity {
    private static final String NAME = "MspMfaOldActivity";

    /** While a transaction deletes, nothing is recorded in its realm. */
    private static final int BATCH = 500;

    private static final int MOST_BATCHES = 100;

    private OldActivity() {}

    /** To be called once when the server starts. */
    public static void schedule(KeycloakSession session) {
        HourlyTask.schedule(session, NAME, OldActivity::forget);
    }

    private static void forget(KeycloakSession session) {
        KeycloakSessionFactory factories = session.getKeycloakSessionFactory();
        long before = ServerTime.seconds()
                - TimeUnit.DAYS.toSeconds(ActivitySettings.of(session).days());
        List<String> realms = KeycloakModelUtils.runJobInTransactionWithResult(
                factories, own -> new ActivityRows(own).realmsWithOlder(before, MOST_BATCHES));
        Batches batches = new Batches(factories, BATCH, MOST_BATCHES);
        realms.forEach(realm ->
                batches.run(own -> new ChainWriter(own, new ActivityRows(own), realm).forget(before, batches.size())));
    }
}
