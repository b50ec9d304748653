// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.call;

import jakarta.persistence.EntityManager;
import jakarta.ws.rs.NotFoundException;
import java.util.function.BiConsumer;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.cache.CacheRealmProvider;
import org.keycloak.models.jpa.entities.RealmEntity;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Changes a realm in a separate transaction, which first locks the realm's row: of two concurrent changes, the second
 * sees the result of the first, and what they write is never mixed.
 */
public final class LockedRealm {
    private LockedRealm() {}

    /**
     * Does the work; its exceptions roll everything back, and are passed on.
     *
     * @param work is given the session of the transaction, and the realm as it is in the database, bypassing the cache
     */
    public static void run(KeycloakSession caller, String realmId, BiConsumer<KeycloakSession, RealmModel> work) {
        KeycloakModelUtils.runJobInTransaction(caller.getKeycloakSessionFactory(), session -> {
            RealmModel realm = lock(session, realmId);
            session.getContext().setRealm(realm);
            work.accept(session, realm);
        });
    }

    private static RealmModel lock(KeycloakSession session, String realmId) {
        EntityManager database =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        // not find(..., PESSIMISTIC_WRITE): Hibernate may read the realm's attributes before it holds that lock
        int locked = database.createQuery("update RealmEntity r set r.name = r.name where r.id = :id")
                .setParameter("id", realmId)
                .executeUpdate();
        RealmEntity row = locked == 0 ? null : database.find(RealmEntity.class, realmId);
        if (row == null) {
            throw new NotFoundException();
        }
        CacheRealmProvider cache = session.getProvider(CacheRealmProvider.class);
        if (cache != null) {
            // what another transaction has just committed may not have reached the cache yet
            cache.registerRealmInvalidation(row.getId(), row.getName());
            cache.registerClientInvalidation(
                    row.getMasterAdminClient(),
                    KeycloakModelUtils.getMasterRealmAdminManagementClientId(row.getName()),
                    session.realms().getRealmByName(Config.getAdminRealm()).getId());
        }
        return session.realms().getRealm(realmId);
    }
}
