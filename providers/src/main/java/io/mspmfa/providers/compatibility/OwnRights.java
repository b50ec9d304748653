// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.compatibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.keycloak.common.Version;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.RoleUtils;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;
import org.keycloak.util.JsonSerialization;

/** The rights of administrators in their own realm, by all of their roles, whatever the scope of the token. */
public final class OwnRights {
    private static final KeycloakRelease FIRST_THAT_KNOWS_THE_REALM = new KeycloakRelease(26, 7);

    private OwnRights() {}

    /**
     * Keycloak has such an evaluator, but that of 26.6 doesn't keep the realm, and fails at the first question
     * (AdminPermissions.evaluator). There, one is made for a token that has all the roles; nobody ever gets that token.
     */
    public static AdminPermissionEvaluator of(KeycloakSession session, AdminAuth caller) {
        RealmModel home = caller.getRealm();
        return KeycloakRelease.of(Version.VERSION).isOlderThan(FIRST_THAT_KNOWS_THE_REALM)
                ? AdminPermissions.evaluator(session, home, withAllRoles(caller))
                : AdminPermissions.evaluator(session, home, home, caller.getUser());
    }

    private static AdminAuth withAllRoles(AdminAuth caller) {
        UserModel user = caller.getUser();
        AccessToken token = copy(caller.getToken());
        token.id(UUID.randomUUID().toString()); // that of a lightweight token says that its roles are to be looked up
        token.subject(user.getId());
        for (RoleModel role : RoleUtils.getDeepUserRoleMappings(user)) {
            if (role.getContainer() instanceof ClientModel client) {
                token.addAccess(client.getClientId()).addRole(role.getName());
            }
        }
        return new AdminAuth(caller.getRealm(), token, user, caller.getClient());
    }

    private static AccessToken copy(AccessToken token) {
        try {
            return JsonSerialization.readValue(JsonSerialization.writeValueAsBytes(token), AccessToken.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
