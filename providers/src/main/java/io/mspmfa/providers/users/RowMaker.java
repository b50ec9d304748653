// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.users;

import jakarta.persistence.PersistenceException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.ModelException;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Writes rows in separate transactions, so that a request that loses the race for a row doesn't lose its own
 * transaction as well. Not every database spares the loser a unique constraint violation, so the loser tries again. H2
 * throws it even before the winner has committed; but H2 serves a single node, on which the writers of a row queue up.
 */
final class RowMaker {
    private static final Logger LOG = Logger.getLogger(RowMaker.class);
    private static final int TRIES = 3;
    private static final Object[] LINES = Stream.generate(Object::new).limit(64).toArray();

    private RowMaker() {}

    /** Makes sure that a user has a row. */
    static void ensure(KeycloakSession session, String realmId, UserModel user) {
        String username = user.getUsername();
        if (new RowAccess(session, realmId, user.getId()).find().isEmpty()) {
            write(
                    session.getKeycloakSessionFactory(),
                    realmId,
                    user.getId(),
                    row -> row.insert(username, UserRecord.NONE));
        }
    }

    /**
     * Starts a user's grace period unless it has begun.
     *
     * @return what is stored about the user now
     */
    static UserRecord startGrace(KeycloakSession session, String realmId, UserModel user, long seconds) {
        String username = user.getUsername();
        return write(session.getKeycloakSessionFactory(), realmId, user.getId(), row -> {
            if (!row.startGrace(seconds)) {
                row.insert(username, UserRecord.NONE.withGraceStart(seconds));
            }
            return row.find().orElseThrow();
        });
    }

    /**
     * Writes what a user inherits into the user's row.
     *
     * @return the record
     */
    static UserRecord inherit(KeycloakSession session, String realmId, UserModel user, UserRecord record) {
        String username = user.getUsername();
        return write(session.getKeycloakSessionFactory(), realmId, user.getId(), row -> {
            row.inherit(username, record);
            return record;
        });
    }

    /** Does work on a user's row in a separate transaction, and repeats it if another request interferes. */
    static <T> T write(KeycloakSessionFactory factories, String realmId, String userId, Function<RowAccess, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                synchronized (LINES[Math.floorMod(userId.hashCode(), LINES.length)]) {
                    return KeycloakModelUtils.runJobInTransactionWithResult(
                            factories, own -> work.apply(new RowAccess(own, realmId, userId)));
                }
            } catch (ModelException | PersistenceException e) {
                if (attempt == TRIES) {
                    throw e;
                }
                LOG.debugf(e, "Another node makes the same row at this moment");
            }
        }
    }
}
