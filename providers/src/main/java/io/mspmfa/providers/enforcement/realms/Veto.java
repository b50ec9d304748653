// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.realms;

import jakarta.ws.rs.core.Response;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.ErrorResponse;

/**
 * Refuses an administrative change from within a listener. Exceptions of listeners are swallowed, and a transaction that
 * is marked for rollback is answered as if it had succeeded (AdminEventBuilder, internals 6). A failure while the
 * transaction prepares is rolled back and reported.
 */
final class Veto {
    private Veto() {}

    /** The change that is under way will be rolled back, and answered with this reason. */
    static void enlist(KeycloakSession session, String reason, Response.Status status) {
        session.getTransactionManager().enlistPrepare(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                throw ErrorResponse.error(reason, status);
            }

            @Override
            protected void rollbackImpl() {}
        });
    }
}
