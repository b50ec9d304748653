// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.call;

import io.mspmfa.providers.compatibility.OwnRights;
import io.mspmfa.providers.consoleclient.ConsoleClient;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.delegate.ClientModelLazyDelegate;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * What the callers of the console may do. Keycloak counts a role only if it is in the scope of the client as well, and the
 * console's client has none in its scope, so that its tokens are of no use in Keycloak's own REST API. In this one, the
 * console acts for its callers with all that they may do.
 */
public final class ConsoleScope {
    private ConsoleScope() {}

    /**
     * The rights of a caller: of the console's, as the roles say; of any other, what Keycloak has found.
     *
     * @param auth what Keycloak has found
     */
    public static AdminPermissionEvaluator on(
            KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth) {
        AdminAuth caller = auth.adminAuth();
        if (!ConsoleClient.isTrusted(caller.getClient())) {
            return auth;
        }
        RealmModel home = caller.getRealm();
        AdminAuth entitled =
                new AdminAuth(home, caller.getToken(), caller.getUser(), new EverythingInScope(caller.getClient()));
        // with a token of master, only the reseller's roles count in a tenant's realm, and Caller asks AdminAuth for
        // them
        AdminPermissionEvaluator rights = home.getId().equals(realm.getId()) ? OwnRights.of(session, caller) : auth;
        return of(rights, entitled);
    }

    /** A proxy, since the interface has other methods in Keycloak 26.6. */
    private static AdminPermissionEvaluator of(AdminPermissionEvaluator rights, AdminAuth entitled) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("adminAuth")) {
                return entitled;
            }
            try {
                return method.invoke(rights, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        Class<AdminPermissionEvaluator> type = AdminPermissionEvaluator.class;
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** The console's client, as if it had full scope. */
    private static final class EverythingInScope extends ClientModelLazyDelegate {
        EverythingInScope(ClientModel client) {
            super(() -> client);
        }

        @Override
        public boolean hasScope(RoleModel role) {
            return true;
        }
    }
}
