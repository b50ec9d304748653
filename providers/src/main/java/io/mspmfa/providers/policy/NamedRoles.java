// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.policy;

import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.core.policy.PolicyLayer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.RoleUtils;

/**
 * The roles that a realm's policies name: whoever gets or loses one of them may be asked differently from then on. Reads
 * the names once, so an object is for one request only.
 */
public final class NamedRoles {
    private final Set<String> names;
    private final Map<String, RoleModel> roles = new HashMap<>();
    private final Map<String, Set<String>> known = new HashMap<>();

    private NamedRoles(Set<String> names) {
        this.names = names;
    }

    /**
     * The roles named by the floor, the realm's own policy and those of all its organisations. Takes one SQL statement in
     * a realm with organisations, otherwise none.
     *
     * @param realm a managed realm
     */
    public static NamedRoles of(KeycloakSession session, RealmModel realm) {
        NamedRoles named = new NamedRoles(Stream.concat(
                        RealmPolicies.layers(realm).stream(),
                        OrganizationPolicies.all(session, realm).stream().map(stored -> stored.layer(realm)))
                .flatMap(NamedRoles::namesIn)
                .collect(Collectors.toSet()));
        for (String name : named.names) {
            RoleModel role = KeycloakModelUtils.getRoleFromString(session, realm, name);
            if (role != null) {
                named.roles.put(name, role);
            }
        }
        return named;
    }

    private static Stream<String> namesIn(PolicyLayer layer) {
        return Stream.of(PolicyField.EXEMPT_ROLES, PolicyField.REQUIRED_ROLES)
                .map(layer::get)
                .flatMap(field -> field.stream().flatMap(Set::stream));
    }

    /** Whether a policy names a role that is written like this. */
    public boolean contain(String name) {
        return names.contains(name);
    }

    /** The names of those that a role is, or contains at any depth; sorted. */
    public Set<String> in(RoleModel role) {
        return known.computeIfAbsent(
                role.getId(), id -> matching(named -> Objects.equals(named.getId(), id) || role.hasRole(named)));
    }

    /** The names of those that the members of a group have through it or through a group above it; sorted. */
    public Set<String> in(GroupModel group) {
        return known.computeIfAbsent(
                group.getId(), id -> matching(named -> RoleUtils.hasRoleFromGroup(group, named, true)));
    }

    private Set<String> matching(Predicate<RoleModel> condition) {
        List<String> matches = roles.entrySet().stream()
                .filter(role -> condition.test(role.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        return new TreeSet<>(matches);
    }
}
