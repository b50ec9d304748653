// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.tables;

import io.mspmfa.providers.devices.DeviceRows;
import io.mspmfa.providers.risk.profiles.Profiles;
import io.mspmfa.providers.users.AfterRequest;
import io.mspmfa.providers.users.UserRecords;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Forgets users who disappear together with their directory, for which Keycloak sends no event per user. */
public final class VanishedUsers {
    private VanishedUsers() {}

    /**
     * To be called with the event that a component is deleted, which Keycloak sends before it deletes the users
     * (ComponentResource.removeComponent). So this happens after the request, in a separate transaction.
     */
    public static void forget(KeycloakSession session, String realmId) {
        KeycloakSessionFactory factories = session.getKeycloakSessionFactory();
        AfterRequest.run(
                session,
                "What is stored about the users of a deleted directory can't be deleted",
                () -> KeycloakModelUtils.runJobInTransaction(factories, own -> {
                    UserRecords.forgetVanished(own, realmId);
                    Tables.OF_CREDENTIALS.forEach(rows -> rows.forgetVanished(own, realmId));
                    new DeviceRows(own).forgetVanished(realmId);
                    new Profiles(own).forgetVanished(realmId);
                }));
    }
}
