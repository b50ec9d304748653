// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement;

import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel.RealmPostCreateEvent;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;

/**
 * Registers the listener for every realm: a global one hears events also where a realm's events are off, and no tenant
 * can list or remove it (EventBuilder, AdminEventBuilder).
 */
public final class RealmWatchFactory implements EventListenerProviderFactory {
    /** The event detail that names the method of a passed or failed challenge. */
    public static final String METHOD_DETAIL = "msp_mfa_method";

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new RealmWatch(session);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factories) {
        factories.register(RealmWatchFactory::onProviderEvent);
    }

    private static void onProviderEvent(ProviderEvent event) {
        if (event instanceof RealmPostCreateEvent created) {
            ManagedRealms.align(created.getCreatedRealm());
        } else if (event instanceof PostMigrationEvent started) {
            OverrideCheck.run(started.getFactory());
            KeycloakModelUtils.runJobInTransaction(started.getFactory(), ManagedRealms::alignForgotten);
        }
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public void close() {}

    @Override
    public String getId() {
        return Floor.ACTION_ID;
    }
}
