// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.store;

import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/** Something that one request in the cluster has at a time. */
public final class Hold {
    /** In case a node dies while it has it. */
    private static final long LONGEST_SECONDS = 30;

    private Hold() {}

    /** Takes it until the request's transaction has ended; false if another request has it. */
    public static boolean take(KeycloakSession session, String key) {
        SharedStore store = SharedStore.of(session);
        if (!store.putIfAbsent(key, LONGEST_SECONDS)) {
            return false;
        }
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                store.remove(key);
            }

            @Override
            protected void rollbackImpl() {
                store.remove(key);
            }
        });
        return true;
    }
}
