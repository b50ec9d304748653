// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.query;

import jakarta.persistence.Query;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.authorization.fgap.evaluation.partial.PartialEvaluationContext;

/**
 * Users whom the caller may see, as an HQL condition on a user {@code u}: with Keycloak's fine-grained permissions, those
 * whom Keycloak's own list would show (PartialEvaluator and JpaUserPartialEvaluationProvider, 26.7.4). Users of a
 * federated directory whom Keycloak has not imported can't be judged by such a condition.
 */
public final class VisibleUsers {
    /** For callers who may see all users; costs nothing. */
    public static final VisibleUsers ALL = new VisibleUsers("1 = 1", Set.of(), Set.of(), Set.of(), Set.of());

    /** For callers whose permissions name no user and no group. */
    static final VisibleUsers NONE = new VisibleUsers("1 = 0", Set.of(), Set.of(), Set.of(), Set.of());

    private static final String ALL_USERS = AdminPermissionsSchema.USERS_RESOURCE_TYPE;
    private static final String ALL_GROUPS = AdminPermissionsSchema.GROUPS_RESOURCE_TYPE;
    private static final String MEMBERSHIP = "exists (select 1 from UserGroupMembershipEntity vg where vg.user = u";
    private static final String MEMBERS = MEMBERSHIP + ")";
    private static final String ALLOWED_MEMBERS = MEMBERSHIP + " and vg.groupId in (:visibleAllowedGroups))";
    private static final String DENIED_MEMBERS = MEMBERSHIP + " and vg.groupId in (:visibleDeniedGroups))";
    private static final String ALLOWED_USERS = "u.id in (:visibleAllowed)";

    private final String condition;
    private final Set<String> allowedUsers;
    private final Set<String> deniedUsers;
    private final Set<String> allowedGroups;
    private final Set<String> deniedGroups;

    private VisibleUsers(
            String condition,
            Set<String> allowedUsers,
            Set<String> deniedUsers,
            Set<String> allowedGroups,
            Set<String> deniedGroups) {
        this.condition = condition;
        this.allowedUsers = allowedUsers;
        this.deniedUsers = deniedUsers;
        this.allowedGroups = allowedGroups;
        this.deniedGroups = deniedGroups;
    }

    /** What a caller's permissions amount to. */
    static VisibleUsers under(PartialEvaluationContext permissions) {
        return new VisibleUsers(
                condition(permissions),
                without(permissions.getAllowedResources(), ALL_USERS),
                without(permissions.getDeniedResources(), ALL_USERS),
                without(permissions.getAllowedGroups(), ALL_GROUPS),
                without(permissions.getDeniedGroups(), ALL_GROUPS));
    }

    private static String condition(PartialEvaluationContext permissions) {
        String byGroup = allowedByGroup(permissions);
        Set<String> allowed = permissions.getAllowedResources();
        if (allowed.isEmpty() && byGroup == null) {
            return NONE.condition;
        }
        Set<String> denied = permissions.getDeniedResources();
        boolean deniesSome = !denied.isEmpty() && !denied.contains(ALL_USERS);
        String granted = allowed.isEmpty() || allowed.contains(ALL_USERS)
                ? (byGroup == null ? ALL.condition : byGroup)
                : (byGroup == null ? ALLOWED_USERS : "(" + byGroup + " or " + ALLOWED_USERS + ")");
        return "(" + granted + " and " + notDeniedByGroup(permissions)
                + (deniesSome ? " and u.id not in (:visibleDenied)" : "") + ")";
    }

    /** Null if groups play no part. */
    private static @Nullable String allowedByGroup(PartialEvaluationContext permissions) {
        Set<String> groups = permissions.getAllowedGroups();
        if (groups.isEmpty()
                || permissions.getDeniedResources().contains(ALL_USERS)
                || permissions.isResourceTypeAllowed()) {
            return null;
        }
        return groups.contains(ALL_GROUPS) ? MEMBERS : ALLOWED_MEMBERS;
    }

    private static String notDeniedByGroup(PartialEvaluationContext permissions) {
        Set<String> allowed = permissions.getAllowedGroups();
        Set<String> denied = permissions.getDeniedGroups();
        if (denied.isEmpty()) {
            return ALL.condition;
        }
        if (!denied.contains(ALL_GROUPS) || !permissions.isResourceTypeAllowed()) {
            return "not " + DENIED_MEMBERS;
        }
        if (!allowed.isEmpty()) {
            return "(not " + MEMBERS + " or " + ALLOWED_MEMBERS + ")";
        }
        return permissions.getDeniedGroupIds().isEmpty()
                ? "(not " + MEMBERS + " or " + ALLOWED_USERS + ")"
                : "not " + MEMBERS;
    }

    private static Set<String> without(Set<String> names, String type) {
        Set<String> ids = new HashSet<>(names);
        ids.remove(type);
        return ids;
    }

    /** Whether there is nobody whom the caller may not see. */
    public boolean areAll() {
        return this == ALL;
    }

    /** The condition. */
    public String condition() {
        return condition;
    }

    /** The condition on the user of a row, of which {@code path} is the user's id. */
    public String condition(String path) {
        return areAll()
                ? condition
                : "exists (select 1 from UserEntity u where u.id = " + path + " and " + condition + ")";
    }

    /** Binds the parameters of the condition, if the query contains it. */
    public <Q extends Query> Q bind(Q query) {
        List.of(
                        new Parameter("visibleAllowed", allowedUsers),
                        new Parameter("visibleDenied", deniedUsers),
                        new Parameter("visibleAllowedGroups", allowedGroups),
                        new Parameter("visibleDeniedGroups", deniedGroups))
                .forEach(parameter -> RoleHolders.bind(query, parameter.name(), parameter.values()));
        return query;
    }

    private record Parameter(String name, Set<String> values) {}
}
