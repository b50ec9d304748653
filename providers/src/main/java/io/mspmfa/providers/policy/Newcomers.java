// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.policy;

import io.mspmfa.core.enforcement.Obligation;
import io.mspmfa.core.enforcement.RegistrationOffer;
import io.mspmfa.core.enforcement.Subject;
import io.mspmfa.core.policy.Policy;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.RoleUtils;

/** The policy for people who are about to register: they have the roles and groups that the realm gives everyone. */
public final class Newcomers {
    private Newcomers() {}

    /**
     * What the registration page says about a second factor.
     *
     * @param realm a managed realm
     */
    public static RegistrationOffer offer(KeycloakSession session, RealmModel realm) {
        Policy policy = RealmPolicies.of(realm);
        PolicyRoles roles = new PolicyRoles(session, realm, role -> isGivenToAll(realm, role));
        Subject subject = new Subject(false, false, roles.areExempt(policy), roles.areRequired(policy));
        return RegistrationOffer.of(policy, Obligation.of(policy, subject));
    }

    private static boolean isGivenToAll(RealmModel realm, RoleModel role) {
        RoleModel given = realm.getDefaultRole();
        return given.getId().equals(role.getId())
                || given.hasRole(role)
                || realm.getDefaultGroupsStream().anyMatch(group -> RoleUtils.hasRoleFromGroup(group, role, true));
    }
}
