// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.realms;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.RealmEntity;
import org.keycloak.models.jpa.entities.RequiredActionProviderEntity;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * The required actions of a realm as they are in the database. If the realm cache was cold, Keycloak has loaded them
 * before the change being checked, and RealmAdapter.removeRequiredActionProvider removes a row from the database but
 * not from the loaded collection: the realm continues to report it, and refuses to add it again (P33).
 */
final class StoredActions {
    private StoredActions() {}

    /**
     * Makes the realm report what is stored, within the transaction of a change. Takes an SQL statement, and is
     * therefore not for logins.
     */
    static void reload(RealmModel realm) {
        KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
        if (session != null) {
            reload(session, realm);
        }
    }

    /** The same, for callers that know the session. */
    static void reload(KeycloakSession session, RealmModel realm) {
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        entities.flush();
        RealmEntity loaded = entities.find(RealmEntity.class, realm.getId());
        if (loaded == null) {
            return;
        }
        List<RequiredActionProviderEntity> stored = entities.createQuery(
                        "select q from RequiredActionProviderEntity q where q.realm = :realm",
                        RequiredActionProviderEntity.class)
                .setParameter("realm", loaded)
                .getResultList();
        Collection<RequiredActionProviderEntity> told = loaded.getRequiredActionProviders();
        told.removeIf(action -> !stored.contains(action));
        stored.stream().filter(action -> !told.contains(action)).toList().forEach(told::add);
    }
}
