// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.attempts;

import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * A mark in the cluster that something is being used up, for the moment until the database says so. If the transaction
 * fails, nothing was used up, and the mark goes too.
 */
public final class UseMark extends AbstractKeycloakTransaction {
    private final KeycloakSession session;
    private final String mark;

    private UseMark(KeycloakSession session, String mark) {
        this.session = session;
        this.mark = mark;
    }

    /** Sets the mark; false if it is set already. */
    public static boolean tryMark(KeycloakSession session, String mark, long seconds) {
        if (!session.singleUseObjects().putIfAbsent(mark, seconds)) {
            return false;
        }
        session.getTransactionManager().enlistAfterCompletion(new UseMark(session, mark));
        return true;
    }

    @Override
    protected void commitImpl() {}

    /** In a session of its own, because this one has ended. */
    @Override
    protected void rollbackImpl() {
        KeycloakModelUtils.runJobInTransaction(
                session.getKeycloakSessionFactory(),
                own -> own.singleUseObjects().remove(mark));
    }
}
