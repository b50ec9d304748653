// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.users;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * A write that follows a request once its transaction has been committed, and whose failure doesn't affect the request.
 */
public final class AfterRequest extends AbstractKeycloakTransaction {
    private static final Logger LOG = Logger.getLogger(AfterRequest.class);

    private final String complaint;
    private final Runnable work;

    private AfterRequest(String complaint, Runnable work) {
        this.complaint = complaint;
        this.work = work;
    }

    /**
     * Does work after the request, unless the request is rolled back.
     *
     * @param complaint what the log says if the work fails
     */
    public static void run(KeycloakSession session, String complaint, Runnable work) {
        session.getTransactionManager().enlistAfterCompletion(new AfterRequest(complaint, work));
    }

    /** Does work on a user's row after the request, unless the request is rolled back. */
    static void write(KeycloakSession session, String realmId, String userId, Consumer<RowAccess> work) {
        KeycloakSessionFactory factories = session.getKeycloakSessionFactory();
        run(
                session,
                "What a user did with the second factor can't be recorded for the status list",
                () -> RowMaker.write(factories, realmId, userId, row -> {
                    work.accept(row);
                    return userId;
                }));
    }

    @Override
    protected void commitImpl() {
        // a future that runs here and now catches whatever databases, drivers and transaction managers may throw
        CompletableFuture.runAsync(work, Runnable::run).exceptionally(failure -> {
            LOG.warn(complaint, failure);
            return null;
        });
    }

    @Override
    protected void rollbackImpl() {}
}
