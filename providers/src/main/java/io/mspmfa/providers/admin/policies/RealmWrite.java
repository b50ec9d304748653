// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.policies;

import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.admin.call.AdminTrail;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.NotFoundException;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.cache.CacheRealmProvider;
import org.keycloak.models.jpa.entities.RealmEntity;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * A change of a realm's policy or floor, in a transaction of its own that first locks the realm's row: of two at once
 * the second sees what the first left, and a policy is never half of both.
 *
 * @param session the session of the change
 * @param realm the realm as the database has it, past the cache
 * @param trail where the change is recorded, in the same transaction
 */
public record RealmWrite(KeycloakSession session, RealmModel realm, AdminTrail trail) {

    /** What is done to the realm. */
    @FunctionalInterface
    public interface Work {
        /** Does it; whatever it throws undoes all of it. */
        void run(RealmWrite write);
    }

    /** Does the work; its exceptions come out of here. */
    public static void run(AdminCall call, String realmId, Work work) {
        AdminTrail trail = call.trail();
        KeycloakModelUtils.runJobInTransaction(call.session().getKeycloakSessionFactory(), session -> {
            RealmModel realm = lock(session, realmId);
            session.getContext().setRealm(realm);
            work.run(new RealmWrite(session, realm, trail.in(session)));
        });
    }

    private static RealmModel lock(KeycloakSession session, String realmId) {
        EntityManager database =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        // not find(..., PESSIMISTIC_WRITE): Hibernate may read the realm's attributes before it has that lock
        int locked = database.createQuery("update RealmEntity r set r.name = r.name where r.id = :id")
                .setParameter("id", realmId)
                .executeUpdate();
        RealmEntity row = locked == 0 ? null : database.find(RealmEntity.class, realmId);
        if (row == null) {
            throw new NotFoundException();
        }
        CacheRealmProvider cache = session.getProvider(CacheRealmProvider.class);
        if (cache != null) {
            // what another transaction committed a moment ago may not have reached the cache yet
            cache.registerRealmInvalidation(row.getId(), row.getName());
            cache.registerClientInvalidation(
                    row.getMasterAdminClient(),
                    KeycloakModelUtils.getMasterRealmAdminManagementClientId(row.getName()),
                    session.realms().getRealmByName(Config.getAdminRealm()).getId());
        }
        return session.realms().getRealm(realmId);
    }
}
