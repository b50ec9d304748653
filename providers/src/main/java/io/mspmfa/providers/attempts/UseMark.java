// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.attempts;

import io.mspmfa.providers.store.SharedStore;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/**
 * A mark in the cluster that something is being used up, for the moment until the database says so. If the transaction
 * fails, nothing was used up, and the mark goes too.
 */
public final class UseMark extends AbstractKeycloakTransaction {
    private final SharedStore store;
    private final String mark;

    private UseMark(SharedStore store, String mark) {
        this.store = store;
        this.mark = mark;
    }

    /** Sets the mark; false if it is set already. */
    public static boolean tryMark(KeycloakSession session, String mark, long seconds) {
        SharedStore store = SharedStore.of(session);
        if (!store.putIfAbsent(mark, seconds)) {
            return false;
        }
        session.getTransactionManager().enlistAfterCompletion(new UseMark(store, mark));
        return true;
    }

    @Override
    protected void commitImpl() {}

    @Override
    protected void rollbackImpl() {
        store.remove(mark);
    }
}
