// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.credentials;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * A table of ours whose rows belong to credentials, and are deleted with them. There are no foreign keys, because
 * Keycloak has two tables of credentials.
 *
 * @param entity its name in HQL; with the fields {@code realmId}, {@code userId} and {@code credentialId}
 */
public record CredentialRows(String entity) {
    /** For a row {@code t}: whether its credential exists. */
    public static final String HAS_CREDENTIAL =
            "(exists (select c.id from CredentialEntity c where c.id = t.credentialId)"
                    + " or exists (select f.id from FederatedUserCredentialEntity f where f.id = t.credentialId))";

    private static final String OF_USER = " and t.userId = :user";
    private static final String GONE = " and not " + HAS_CREDENTIAL;

    /** Forgets a user's credentials that no longer exist, in the request's transaction. One SQL statement. */
    public void forgetRemoved(KeycloakSession session, String realmId, String userId) {
        delete(session, OF_USER + GONE, realmId).setParameter("user", userId).executeUpdate();
    }

    /** Forgets the credentials of a user who was deleted, in the request's transaction. One SQL statement. */
    public void forget(KeycloakSession session, String realmId, String userId) {
        delete(session, OF_USER, realmId).setParameter("user", userId).executeUpdate();
    }

    /**
     * Forgets credentials that disappeared together with the directory of their users, for which Keycloak sends no event
     * per user. One SQL statement.
     */
    public void forgetVanished(KeycloakSession session, String realmId) {
        delete(session, GONE, realmId).executeUpdate();
    }

    private Query delete(KeycloakSession session, String condition, String realmId) {
        EntityManager em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        return em.createQuery("delete from " + entity + " t where t.realmId = :realm" + condition)
                .setParameter("realm", realmId);
    }
}
