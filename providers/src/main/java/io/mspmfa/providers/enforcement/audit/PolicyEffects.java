// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.audit;

import io.mspmfa.providers.policy.RealmPolicies;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.GroupModel.GroupEvent;
import org.keycloak.models.GroupModel.GroupMemberJoinEvent;
import org.keycloak.models.GroupModel.GroupMemberLeaveEvent;
import org.keycloak.models.GroupModel.GroupPathChangeEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.OrganizationModel.OrganizationMemberJoinEvent;
import org.keycloak.models.OrganizationModel.OrganizationMembershipEvent;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.RoleModel.RoleGrantedEvent;
import org.keycloak.models.RoleModel.RoleNameChangeEvent;
import org.keycloak.models.RoleModel.RoleRevokedEvent;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.provider.ProviderEvent;

/**
 * Hears when users get or lose what policies depend on, whichever way: workflows, mappers of identity providers and
 * imports fire the same events of Keycloak's models as the admin REST API does, and often no others.
 */
public final class PolicyEffects {
    private static final String ROLES = "msp-mfa/named-roles/roles/";
    private static final String GROUPS = "msp-mfa/named-roles/groups/";
    private static final String ORGANIZATIONS = "msp-mfa/organizations/";

    private PolicyEffects() {}

    /** Notes an event of a managed realm if it touches a role that its policies name, or an organisation with a policy. */
    public static void hear(ProviderEvent event) {
        if (event instanceof RoleGrantedEvent granted) {
            role(granted.getKeycloakSession(), OperationType.CREATE, granted.getRole(), granted.getUser());
        } else if (event instanceof RoleRevokedEvent revoked) {
            role(revoked.getKeycloakSession(), OperationType.DELETE, revoked.getRole(), revoked.getUser());
        } else if (event instanceof RoleNameChangeEvent renamed) {
            renamed(renamed);
        } else if (event instanceof GroupMemberJoinEvent joined) {
            group(joined, OperationType.CREATE, joined.getUser());
        } else if (event instanceof GroupMemberLeaveEvent left) {
            group(left, OperationType.DELETE, left.getUser());
        } else if (event instanceof GroupPathChangeEvent moved) {
            group(moved, OperationType.UPDATE, null);
        } else if (event instanceof OrganizationMembershipEvent membership) {
            organization(membership);
        }
    }

    /** The realm is complete: what its administrators do from now on is told. */
    public static void forgetNewRealm(KeycloakSession session, RealmModel realm) {
        if (RealmPolicies.isManaged(realm)) {
            RequestReport.of(session, realm).isOfNewRealm();
        }
    }

    /** The realm is the role's own: the request may be about another one. */
    private static void role(KeycloakSession session, OperationType operation, RoleModel role, UserModel user) {
        RealmModel realm = role.getContainer() instanceof ClientModel client
                ? client.getRealm()
                : (RealmModel) role.getContainer();
        if (RealmPolicies.isManaged(realm)) {
            RequestReport report = RequestReport.of(session, realm);
            Set<String> named = report.named().in(role);
            if (!named.isEmpty()) {
                report.effect(ROLES + role.getId(), operation, role.getName(), named, user);
            }
        }
    }

    private static void renamed(RoleNameChangeEvent event) {
        if (!RealmPolicies.isManaged(event.getRealm())) {
            return;
        }
        String prefix = event.getClientId() == null ? "" : event.getClientId() + ".";
        RequestReport report = RequestReport.of(event.getKeycloakSession(), event.getRealm());
        Set<String> named = Stream.of(event.getPreviousName(), event.getNewName())
                .map(prefix::concat)
                .filter(report.named()::contain)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!named.isEmpty()) {
            report.effect(
                    ROLES + prefix + event.getPreviousName(),
                    OperationType.UPDATE,
                    prefix + event.getNewName(),
                    named,
                    null);
        }
    }

    private static void group(GroupEvent event, OperationType operation, @Nullable UserModel user) {
        RealmModel realm = event.getRealm();
        if (realm == null || !RealmPolicies.isManaged(realm)) {
            return;
        }
        GroupModel group = event.getGroup();
        RequestReport report = RequestReport.of(event.getKeycloakSession(), realm);
        Set<String> named = report.named().in(group);
        if (!named.isEmpty()) {
            report.effect(GROUPS + group.getId(), operation, KeycloakModelUtils.buildGroupPath(group), named, user);
        }
    }

    private static void organization(OrganizationMembershipEvent event) {
        RealmModel realm = event.getSession().getContext().getRealm();
        OrganizationModel organization = event.getOrganization();
        if (realm != null
                && RealmPolicies.isManaged(realm)
                && organization.getAttributes().containsKey(RealmPolicies.ATTRIBUTE)) {
            OperationType operation =
                    event instanceof OrganizationMemberJoinEvent ? OperationType.CREATE : OperationType.DELETE;
            RequestReport.of(event.getSession(), realm)
                    .effect(
                            ORGANIZATIONS + organization.getId(),
                            operation,
                            organization.getAlias(),
                            Set.of(),
                            event.getUser());
        }
    }
}
