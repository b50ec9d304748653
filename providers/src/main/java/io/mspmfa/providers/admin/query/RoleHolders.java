// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.query;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Users who have one of several roles, directly, through composite roles or through groups, as an HQL condition on a
 * user {@code u}. Finding the roles and groups takes one statement per level of nesting, whatever the number of users.
 *
 * @param name a word that distinguishes the parameters of this condition from those of another one in the same query
 */
public record RoleHolders(String name, Set<String> roleIds, Set<String> groupIds) {
    private static final int DEEPEST = 20;

    /** Users who have one of the named roles, written as in a policy (getRoleFromString). */
    static RoleHolders ofNames(
            String name, EntityManager database, KeycloakSession session, RealmModel realm, Collection<String> roles) {
        return of(
                name,
                database,
                roles.stream()
                        .map(role -> KeycloakModelUtils.getRoleFromString(session, realm, role))
                        .filter(Objects::nonNull)
                        .map(RoleModel::getId)
                        .toList());
    }

    /** Users who have one of the roles. */
    public static RoleHolders of(String name, EntityManager database, Collection<String> roleIds) {
        Set<String> roles = spread(
                database, roleIds, "select c.parentRole.id from CompositeRoleEntity c where c.childRole.id in (:ids)");
        List<String> granting = roles.isEmpty()
                ? List.of()
                : database.createQuery(
                                "select m.group.id from GroupRoleMappingEntity m where m.roleId in (:ids)",
                                String.class)
                        .setParameter("ids", roles)
                        .getResultList();
        return new RoleHolders(
                name, roles, spread(database, granting, "select g.id from GroupEntity g where g.parentId in (:ids)"));
    }

    /** Whether no user can match. */
    public boolean isNobody() {
        return roleIds.isEmpty();
    }

    /** The condition. */
    public String condition() {
        return "(exists (select 1 from UserRoleMappingEntity m" + name + " where m" + name + ".user = u and m" + name
                + ".roleId in (:" + name + "Roles)) or exists (select 1 from UserGroupMembershipEntity g" + name
                + " where g" + name + ".user = u and g" + name + ".groupId in (:" + name + "Groups)))";
    }

    /** Binds the parameters of the condition, if the query contains it. */
    public void bind(Query query) {
        bind(query, name + "Roles", roleIds);
        bind(query, name + "Groups", groupIds);
    }

    /** Binds a parameter, if the query contains it. */
    public static void bind(Query query, String parameter, Collection<String> values) {
        bindOne(query, parameter, values.isEmpty() ? Set.of("-") : values);
    }

    /** The same for a single value. */
    static void bindOne(Query query, String parameter, @Nullable Object value) {
        if (query.getParameters().stream().anyMatch(known -> parameter.equals(known.getName()))) {
            query.setParameter(parameter, value);
        }
    }

    /** The ids and everything that the query finds from them, step by step; terminates even if roles form a cycle. */
    private static Set<String> spread(EntityManager database, Collection<String> from, String query) {
        Set<String> all = new HashSet<>(from);
        Set<String> fresh = new HashSet<>(from);
        for (int depth = 0; depth < DEEPEST && !fresh.isEmpty(); depth++) {
            fresh = new HashSet<>(database.createQuery(query, String.class)
                    .setParameter("ids", fresh)
                    .getResultList());
            fresh.removeAll(all);
            all.addAll(fresh);
        }
        return all;
    }
}
