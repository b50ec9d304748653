// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.query;

import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.users.UserRow;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Which users a policy asks, as HQL conditions on a user {@code u}: the same decision as {@code Obligation} makes,
 * taken for all users at once. Logins through an identity provider are not considered: every user counts as local.
 */
public final class AskedUsers {
    private static final String NOBODY = "1 = 0";
    private static final String EVERYBODY = "1 = 1";

    private final String name;
    private final @Nullable Policy policy;
    private final RoleHolders exempt;
    private final RoleHolders required;
    private final boolean someRequiredRoleIsMissing;
    private final CountingFactors factors;

    /**
     * @param name a word that distinguishes the parameters of these conditions from those for another policy
     * @param policy null if the realm is not managed
     */
    public AskedUsers(
            String name, @Nullable Policy policy, EntityManager database, KeycloakSession session, RealmModel realm) {
        this.name = name;
        this.policy = policy;
        Set<String> exemptRoles = Set.of();
        Set<String> requiredRoles = Set.of();
        if (policy != null && policy.requiresFactor()) {
            requiredRoles = policy.get(PolicyField.REQUIRED_ROLES);
            exemptRoles = policy.get(PolicyField.ALLOW_EXEMPTIONS) ? policy.get(PolicyField.EXEMPT_ROLES) : Set.of();
        }
        this.exempt = RoleHolders.ofNames(name + "Exempt", database, session, realm, exemptRoles);
        this.required = RoleHolders.ofNames(name + "Required", database, session, realm, requiredRoles);
        this.factors = new CountingFactors(
                name,
                Map.of(realm, policy == null ? Policy.strictestOf(List.of()) : policy),
                AdminUsers.of(database, realm));
        this.someRequiredRoleIsMissing = requiredRoles.stream()
                .map(role -> KeycloakModelUtils.getRoleFromString(session, realm, role))
                .anyMatch(Objects::isNull);
    }

    /** Users with a factor that counts under the policy, as {@link SecondFactors} decides. */
    public String enrolled() {
        String c = "c" + name;
        return "exists (select 1 from CredentialEntity " + c + " where " + c + ".user = u and "
                + factors.condition(c + ".type", "u.realmId", "u.id") + ")";
    }

    /** Users who must have a second factor. */
    public String must() {
        if (policy == null) {
            return NOBODY;
        }
        return policy.requiresFactor() ? either(flagged(), byPolicy()) : flagged();
    }

    /** Users who are asked for a second factor, or to set one up. */
    public String asked() {
        if (policy == null) {
            return NOBODY;
        }
        return policy.isOff() ? flagged() : either(must(), enrolled());
    }

    /** Binds the parameters of those conditions that the query contains. */
    public void bind(Query query) {
        exempt.bind(query);
        required.bind(query);
        factors.bind(query);
    }

    /** Without parentheses, at which Hibernate's parser takes seconds if many are nested. */
    private static String either(String a, String b) {
        return isTrue(a + " or " + b) + " = 1";
    }

    /** Users about whom one of two conditions says something else than the other. */
    public static String differ(String a, String b) {
        return isTrue(a) + " <> " + isTrue(b);
    }

    private static String isTrue(String condition) {
        return "case when " + condition + " then 1 else 0 end";
    }

    private String byPolicy() {
        String exempted = exempt.isNobody() ? EVERYBODY : "not " + exempt.condition();
        boolean noRole =
                Objects.requireNonNull(policy).get(PolicyField.REQUIRED_ROLES).isEmpty();
        return exempted + " and " + (noRole || someRequiredRoleIsMissing ? EVERYBODY : required.condition());
    }

    private static String flagged() {
        return "exists (select 1 from " + UserRow.NAME
                + " f where f.realmId = u.realmId and f.userId = u.id and (f.required = true or f.requiredByTenant = true))";
    }
}
