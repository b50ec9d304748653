// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.policy;

import io.mspmfa.core.enforcement.Obligation;
import io.mspmfa.core.enforcement.Subject;
import io.mspmfa.core.policy.Mode;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.users.UserRecords;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * The policy that applies to a user: the strictest of the realm's floor and own policy, the policies of all
 * organisations of the user, and the individual setting made by an administrator.
 */
public final class UserPolicies {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final boolean flagged;
    private final Policy policy;

    private UserPolicies(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.user = user;
        MergedPolicies merged = new MergedPolicies(session, realm, user);
        this.flagged = isFlagged(merged.get(false));
        this.policy = merged.get(flagged);
    }

    /**
     * The policy that applies to a user.
     *
     * @param realm a managed realm
     */
    public static Policy of(KeycloakSession session, RealmModel realm, UserModel user) {
        return new UserPolicies(session, realm, user).policy;
    }

    /**
     * What is required of a user.
     *
     * @param realm a managed realm
     * @param throughBroker whether an identity provider vouches for this login
     */
    public static Obligation obligation(
            KeycloakSession session, RealmModel realm, UserModel user, boolean throughBroker) {
        UserPolicies policies = new UserPolicies(session, realm, user);
        PolicyRoles roles = new PolicyRoles(session, realm, user::hasRole);
        Subject subject = new Subject(
                policies.flagged, throughBroker, roles.areExempt(policies.policy), roles.areRequired(policies.policy));
        return Obligation.of(policies.policy, subject);
    }

    /** Read only if it makes a difference, because it may take an SQL statement. */
    private boolean isFlagged(Policy unflagged) {
        boolean asksEverybody = unflagged.get(PolicyField.MODE) == Mode.REQUIRED
                && unflagged.get(PolicyField.REQUIRED_ROLES).isEmpty()
                && unflagged.get(PolicyField.EXEMPT_ROLES).isEmpty();
        return !asksEverybody && new UserRecords(session, realm).isRequired(user);
    }
}
