// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.realms;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.ErrorResponse;

/**
 * Refuses a change from within a listener. Exceptions of listeners are swallowed, and a transaction that
 * is marked for rollback is answered as if it had succeeded (AdminEventBuilder, internals 6). A failure while the
 * transaction prepares is rolled back and reported.
 */
public final class Veto {
    private Veto() {}

    /** The change that is under way will be rolled back, and answered with this reason. */
    static void enlist(KeycloakSession session, String reason, Response.Status status) {
        enlist(session, ErrorResponse.error(reason, status));
    }

    /**
     * The change that is under way will be rolled back.
     *
     * @param refusal has the answer
     */
    public static void enlist(KeycloakSession session, WebApplicationException refusal) {
        session.getTransactionManager().enlistPrepare(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                throw refusal;
            }

            @Override
            protected void rollbackImpl() {}
        });
    }
}
