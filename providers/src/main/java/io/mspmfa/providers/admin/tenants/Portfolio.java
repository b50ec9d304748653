// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.tenants;

import io.mspmfa.providers.roles.ResellerRoles;
import jakarta.ws.rs.ForbiddenException;
import java.util.HashSet;
import java.util.Set;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.RoleUtils;
import org.keycloak.services.resources.admin.AdminAuth;

/**
 * The tenants of a reseller: those on whose client in master the caller has one of certain roles. The caller's roles
 * are expanded once, since checking each of a thousand tenants would expand them a thousand times.
 */
final class Portfolio {
    private final boolean everything;
    private final Set<String> clientIds = new HashSet<>();

    private Portfolio(AdminAuth auth, Set<String> roleNames) {
        this.everything = auth.hasRealmRole(AdminRoles.ADMIN);
        if (!everything) {
            RoleUtils.getDeepUserRoleMappings(auth.getUser()).stream()
                    .filter(role -> role.isClientRole() && roleNames.contains(role.getName()))
                    .filter(auth.getClient()::hasScope)
                    .map(RoleModel::getContainerId)
                    .forEach(clientIds::add);
        }
    }

    /** The tenants whose status the caller may see; refuses callers without any. */
    static Portfolio viewedBy(AdminAuth auth) {
        return of(auth, Set.of(ResellerRoles.VIEW, ResellerRoles.MANAGE));
    }

    /** The tenants whose floor the caller may set; refuses callers without any. */
    static Portfolio managedBy(AdminAuth auth) {
        return of(auth, Set.of(ResellerRoles.MANAGE));
    }

    private static Portfolio of(AdminAuth auth, Set<String> roleNames) {
        Portfolio portfolio = new Portfolio(auth, roleNames);
        if (!portfolio.everything && portfolio.clientIds.isEmpty()) {
            throw new ForbiddenException();
        }
        return portfolio;
    }

    /** Whether it contains all tenants, because the caller administers the server. */
    boolean isEverything() {
        return everything;
    }

    /** The ids of the tenants' clients in master; irrelevant if it contains all tenants. */
    Set<String> clientIds() {
        return Set.copyOf(clientIds);
    }

    /** Whether it contains a tenant. */
    boolean has(String masterAdminClientId) {
        return everything || clientIds.contains(masterAdminClientId);
    }
}
