// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.compatibility;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * The type of a credential that was deleted in the current request. Keycloak 26.7 says it in the admin event
 * (UserResource.removeCredential); 26.6 doesn't.
 */
public final class DeletedType {
    private static final Logger LOG = Logger.getLogger(DeletedType.class);

    /** For a database in which readers wait for writers: this one would wait for the request that waits for it. */
    private static final int MAX_MILLIS = 2000;

    private DeletedType() {}

    /**
     * Reads the type in a transaction of its own, which can't see the deletion yet.
     *
     * @param id of the credential
     * @return empty if nobody knows any more
     */
    public static String of(KeycloakSession session, String id) {
        try {
            return KeycloakModelUtils.runJobInTransactionWithResult(
                    session.getKeycloakSessionFactory(),
                    other -> read(other.getProvider(JpaConnectionProvider.class).getEntityManager(), id));
        } catch (ModelException | PersistenceException e) {
            LOG.warn("The type of a deleted credential can't be read, so its user isn't told", e);
            return "";
        }
    }

    private static String read(EntityManager em, String id) {
        return Stream.of("CredentialEntity", "FederatedUserCredentialEntity")
                .flatMap(kind -> em
                        .createQuery("select c.type from " + kind + " c where c.id = :id", String.class)
                        .setParameter("id", id)
                        .setHint("jakarta.persistence.query.timeout", MAX_MILLIS)
                        .getResultList()
                        .stream())
                .findFirst()
                .orElse("");
    }
}
