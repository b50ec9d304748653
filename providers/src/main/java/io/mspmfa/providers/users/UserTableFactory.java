// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.users;

import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.models.UserModel.UserRemovedEvent;
import org.keycloak.provider.ProviderEvent;

/** Adds this extension's tables to Keycloak's database, and deletes rows whose user or realm is removed. */
public final class UserTableFactory implements JpaEntityProviderFactory {
    static final String ID = "msp-mfa";

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new UserTable();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factories) {
        factories.register(UserTableFactory::onProviderEvent);
    }

    private static void onProviderEvent(ProviderEvent event) {
        if (event instanceof UserRemovedEvent removed) {
            new RowAccess(
                            removed.getKeycloakSession(),
                            removed.getRealm().getId(),
                            removed.getUser().getId())
                    .delete();
        } else if (event instanceof RealmRemovedEvent removed) {
            removed.getKeycloakSession()
                    .getProvider(JpaConnectionProvider.class)
                    .getEntityManager()
                    .createQuery("delete from MspMfaUser u where u.realmId = :realm")
                    .setParameter("realm", removed.getRealm().getId())
                    .executeUpdate();
        }
    }

    @Override
    public void close() {}

    @Override
    public String getId() {
        return ID;
    }
}
