// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.policy;

import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import java.util.Set;
import java.util.function.Predicate;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Which of a policy's exceptions by role apply to someone. */
final class PolicyRoles {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final Predicate<RoleModel> held;

    /**
     * @param held whether they have a role
     */
    PolicyRoles(KeycloakSession session, RealmModel realm, Predicate<RoleModel> held) {
        this.session = session;
        this.realm = realm;
        this.held = held;
    }

    boolean areExempt(Policy policy) {
        return hasOneOf(policy.get(PolicyField.EXEMPT_ROLES));
    }

    /** If a role that doesn't exist (any more) exempted everyone, whoever can delete it could switch MFA off. */
    boolean areRequired(Policy policy) {
        Set<String> roles = policy.get(PolicyField.REQUIRED_ROLES);
        return roles.isEmpty()
                || roles.stream().anyMatch(name -> KeycloakModelUtils.getRoleFromString(session, realm, name) == null)
                || hasOneOf(roles);
    }

    private boolean hasOneOf(Set<String> roles) {
        return roles.stream().anyMatch(name -> {
            RoleModel role = KeycloakModelUtils.getRoleFromString(session, realm, name);
            return role != null && held.test(role);
        });
    }
}
