// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.roles;

import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleContainerModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.RoleUtils;
import org.keycloak.services.managers.RealmManager;

/**
 * Users who may administer a realm: they have a role of the client {@code realm-management}, or in {@code master} the
 * role {@code admin} or one of a realm's client, directly, through a group or inside another role.
 */
public final class Administrators {
    private static final String CLIENT_SUFFIX = "-realm";

    private Administrators() {}

    /** Whether a user is one. No SQL for a cached user. */
    public static boolean include(UserModel user) {
        return RoleUtils.getDeepUserRoleMappings(user).stream().anyMatch(Administrators::isAdministrative);
    }

    private static boolean isAdministrative(RoleModel role) {
        RoleContainerModel container = role.getContainer();
        if (container instanceof ClientModel client) {
            String id = client.getClientId();
            return Constants.REALM_MANAGEMENT_CLIENT_ID.equals(id)
                    || (RealmManager.isAdministrationRealm(client.getRealm()) && id.endsWith(CLIENT_SUFFIX));
        }
        return container instanceof RealmModel realm
                && RealmManager.isAdministrationRealm(realm)
                && AdminRoles.ADMIN.equals(role.getName());
    }
}
