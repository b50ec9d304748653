// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.call;

import java.util.concurrent.atomic.AtomicLong;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/**
 * How often this node has changed something through the REST API, so that whoever keeps numbers for a while can tell that
 * they are out of date.
 */
public final class Changes {
    private static final AtomicLong COUNT = new AtomicLong();

    private Changes() {}

    /** A number that grows with each change. */
    public static long count() {
        return COUNT.get();
    }

    /** To be called for a change in the session's transaction, which counts once others can see it. */
    static void note(KeycloakSession session) {
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                COUNT.incrementAndGet();
            }

            @Override
            protected void rollbackImpl() {
                // nothing was changed
            }
        });
    }
}
