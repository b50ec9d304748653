// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.tables;

import io.mspmfa.core.activity.ChainKeys;
import io.mspmfa.providers.activity.ActivityOptions;
import io.mspmfa.providers.activity.ActivityRow;
import io.mspmfa.providers.activity.ActivitySettings;
import io.mspmfa.providers.activity.HeadRow;
import io.mspmfa.providers.activity.OldActivity;
import io.mspmfa.providers.attempts.AttemptMemory;
import io.mspmfa.providers.attempts.AttemptRow;
import io.mspmfa.providers.brokerlinks.LinkRow;
import io.mspmfa.providers.devices.DeviceRow;
import io.mspmfa.providers.devices.DeviceRows;
import io.mspmfa.providers.devices.ExpiredDevices;
import io.mspmfa.providers.phones.PhoneRow;
import io.mspmfa.providers.risk.profiles.ProfileRow;
import io.mspmfa.providers.risk.profiles.Profiles;
import io.mspmfa.providers.users.DepartedRow;
import io.mspmfa.providers.users.UserRecords;
import io.mspmfa.providers.users.UserRow;
import io.mspmfa.providers.uses.UseRow;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.models.UserModel.UserRemovedEvent;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;

/** Adds this extension's tables to Keycloak's database, and deletes rows whose user or realm is removed. */
public final class TablesFactory implements JpaEntityProviderFactory, ActivitySettings {
    static final String ID = ActivitySettings.FACTORY_ID;

    private static final List<String> TABLES = List.of(
            UserRow.NAME,
            DepartedRow.NAME,
            LinkRow.NAME,
            AttemptRow.NAME,
            UseRow.NAME,
            PhoneRow.NAME,
            DeviceRow.NAME,
            ProfileRow.NAME,
            ActivityRow.NAME,
            HeadRow.NAME);

    private ActivityOptions activity = ActivityOptions.read(null, null);

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new Tables();
    }

    /**
     * Reads {@code --spi-jpa-entity-provider--msp-mfa--activity-days} and {@code ...--activity-keys}.
     *
     * @throws IllegalArgumentException if one of them can't be used; the server then refuses to start
     */
    @Override
    public void init(Config.Scope config) {
        activity = ActivityOptions.read(config.get(ActivityOptions.DAYS), config.get(ActivityOptions.KEYS));
    }

    @Override
    public int days() {
        return activity.days();
    }

    @Override
    public ChainKeys keys(KeycloakSession session) {
        return activity.keys(session);
    }

    @Override
    public void postInit(KeycloakSessionFactory factories) {
        factories.register(TablesFactory::onProviderEvent);
    }

    private static void onProviderEvent(ProviderEvent event) {
        if (event instanceof UserRemovedEvent removed) {
            new UserRecords(removed.getKeycloakSession(), removed.getRealm()).departed(removed.getUser());
            Tables.OF_CREDENTIALS.forEach(rows -> rows.forget(
                    removed.getKeycloakSession(),
                    removed.getRealm().getId(),
                    removed.getUser().getId()));
            new DeviceRows(removed.getKeycloakSession())
                    .forget(removed.getRealm().getId(), removed.getUser().getId());
            new Profiles(removed.getKeycloakSession())
                    .forget(removed.getRealm().getId(), removed.getUser().getId());
        } else if (event instanceof RealmRemovedEvent removed) {
            for (String table : TABLES) {
                entityManager(removed.getKeycloakSession())
                        .createQuery("delete from " + table + " t where t.realmId = :realm")
                        .setParameter("realm", removed.getRealm().getId())
                        .executeUpdate();
            }
        } else if (event instanceof PostMigrationEvent started) {
            KeycloakModelUtils.runJobInTransaction(started.getFactory(), TablesFactory::forgetVanishedRealms);
            // so that no code has to wait until the wrong ones from before the restart are counted again
            KeycloakModelUtils.runJobInTransaction(started.getFactory(), AttemptMemory::since);
            KeycloakModelUtils.runJobInTransaction(started.getFactory(), ExpiredDevices::schedule);
            KeycloakModelUtils.runJobInTransaction(started.getFactory(), OldActivity::schedule);
        }
    }

    /** Realms may have been deleted while this extension was not installed. One statement for each table. */
    private static void forgetVanishedRealms(KeycloakSession session) {
        for (String table : TABLES) {
            entityManager(session)
                    .createQuery("delete from " + table + " t where " + isOfVanishedRealm(table))
                    .executeUpdate();
        }
    }

    /** Of all tables, that of activity grows the most: its realms are asked for by their heads, which are few. */
    private static String isOfVanishedRealm(String table) {
        return table.equals(ActivityRow.NAME)
                ? "t.realmId in (select h.realmId from " + HeadRow.NAME + " h"
                        + " where not exists (select r.id from RealmEntity r where r.id = h.realmId))"
                : "not exists (select r.id from RealmEntity r where r.id = t.realmId)";
    }

    private static EntityManager entityManager(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    @Override
    public void close() {}

    @Override
    public String getId() {
        return ID;
    }
}
