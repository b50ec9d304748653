// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.activity;

import io.mspmfa.core.activity.ChainKeys;
import jakarta.persistence.PersistenceException;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Makes the head of a realm, once, in a transaction of its own: of two that insert the same row, some databases let one
 * fail, and would take its transaction with it. A head without records says nothing, whatever becomes of the request.
 */
final class NewHeads {
    private static final Logger LOG = Logger.getLogger(NewHeads.class);
    private static final int TRIES = 3;

    private NewHeads() {}

    /** Makes sure that there is one. On one node, one at a time: H2 lets the second fail before the first has committed. */
    static synchronized void make(KeycloakSession session, ChainKeys keys, String realmId) {
        for (int attempt = 1; ; attempt++) {
            try {
                KeycloakModelUtils.runJobInTransaction(session.getKeycloakSessionFactory(), own -> {
                    ActivityRows rows = new ActivityRows(own);
                    if (rows.head(realmId).isEmpty()) {
                        rows.insert(ChainWriter.headOf(rows, realmId).seal(keys.current()));
                    }
                });
                return;
            } catch (ModelException | PersistenceException e) {
                if (attempt == TRIES) {
                    throw e;
                }
                LOG.debugf(e, "Another node makes the same head at this moment");
            }
        }
    }
}
