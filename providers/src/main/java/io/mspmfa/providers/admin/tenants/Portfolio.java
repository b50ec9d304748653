// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.tenants;

import io.mspmfa.providers.admin.query.RealmScope;
import io.mspmfa.providers.roles.ResellerRoles;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.ws.rs.ForbiddenException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.RoleUtils;
import org.keycloak.services.resources.admin.AdminAuth;

/**
 * The tenants of a reseller: those on whose client in master the caller has one of certain roles. The caller's roles
 * are expanded once, since checking each of a thousand tenants would expand them a thousand times.
 */
public final class Portfolio {
    private static final int NAMES_A_QUERY = 500;

    private final boolean everything;
    private final Set<String> clientIds;
    private final Set<String> managed;

    private Portfolio(boolean everything, Set<String> clientIds, Set<String> managed) {
        this.everything = everything;
        this.clientIds = Set.copyOf(clientIds);
        this.managed = Set.copyOf(managed);
    }

    /** The tenants whose status the caller may see, perhaps none. */
    public static Portfolio of(AdminAuth auth) {
        if (auth.hasRealmRole(AdminRoles.ADMIN)) {
            return new Portfolio(true, Set.of(), Set.of());
        }
        Set<String> viewed = new HashSet<>();
        Set<String> managed = new HashSet<>();
        RoleUtils.getDeepUserRoleMappings(auth.getUser()).stream()
                .filter(role -> role.isClientRole() && ResellerRoles.NAMES.contains(role.getName()))
                .filter(auth.getClient()::hasScope)
                .forEach(role -> {
                    viewed.add(role.getContainerId());
                    if (role.getName().equals(ResellerRoles.MANAGE)) {
                        managed.add(role.getContainerId());
                    }
                });
        return new Portfolio(false, viewed, managed);
    }

    /** The tenants whose status the caller may see; refuses callers without any. */
    static Portfolio viewedBy(AdminAuth auth) {
        return of(auth).unlessEmpty();
    }

    /** The tenants whose floor the caller may set; refuses callers without any. */
    static Portfolio managedBy(AdminAuth auth) {
        return of(auth).managedPart().unlessEmpty();
    }

    private Portfolio managedPart() {
        return new Portfolio(everything, managed, managed);
    }

    private Portfolio unlessEmpty() {
        if (isEmpty()) {
            throw new ForbiddenException();
        }
        return this;
    }

    /** Whether it contains no tenant. */
    public boolean isEmpty() {
        return !everything && clientIds.isEmpty();
    }

    /** Whether the caller may set the floor of any of them. */
    public boolean isManagedInPart() {
        return everything || !managed.isEmpty();
    }

    /** Whether the caller may set the floor of a tenant in it. */
    boolean isManaged(String masterAdminClientId) {
        return everything || managed.contains(masterAdminClientId);
    }

    /** Whether it contains all tenants, because the caller administers the server. */
    boolean isEverything() {
        return everything;
    }

    /** The ids of the tenants' clients in master; irrelevant if it contains all tenants. */
    Set<String> clientIds() {
        return clientIds;
    }

    /** Its realms, for a query. */
    RealmScope realms() {
        String all = "%s in (select q.id from RealmEntity q where q.name <> :master";
        Map<String, Object> parameters = new HashMap<>(Map.of("master", Config.getAdminRealm()));
        if (everything) {
            return new RealmScope(all + ")", parameters);
        }
        parameters.put("clients", clientIds());
        return new RealmScope(all + " and q.masterAdminClient in (:clients))", parameters);
    }

    /** The ids of those realms that belong to it, by name; a statement for every 500 names. */
    Map<String, String> idsOf(KeycloakSession session, Collection<String> realms) {
        EntityManager database =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        List<String> names = List.copyOf(realms);
        Map<String, String> ids = new HashMap<>();
        for (int from = 0; from < names.size(); from += NAMES_A_QUERY) {
            database
                    .createQuery(
                            "select r.name as name, r.id as id, r.masterAdminClient as client from RealmEntity r"
                                    + " where r.name in (:names)",
                            Tuple.class)
                    .setParameter("names", names.subList(from, Math.min(from + NAMES_A_QUERY, names.size())))
                    .getResultList()
                    .stream()
                    .filter(realm -> has(realm.get("client", String.class)))
                    .forEach(realm -> ids.put(realm.get("name", String.class), realm.get("id", String.class)));
        }
        return ids;
    }

    /** Whether it contains a tenant. */
    boolean has(String masterAdminClientId) {
        return everything || clientIds.contains(masterAdminClientId);
    }
}
