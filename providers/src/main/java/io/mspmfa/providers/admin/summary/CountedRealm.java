// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.summary;

import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.policy.RealmTexts;
import java.util.Set;
import org.keycloak.Config;
import org.keycloak.models.RealmModel;

/**
 * A realm whose users are counted.
 *
 * @param id of the realm
 * @param isMaster whether it is {@code master}
 * @param managed whether it has a policy
 * @param policy that of users without organisations or an individual setting
 */
public record CountedRealm(String id, boolean isMaster, boolean managed, Policy policy) {
    /** A loaded realm. No SQL. */
    public static CountedRealm of(RealmModel realm) {
        return of(RealmTexts.of(realm));
    }

    /** A realm of which only the policies are known. */
    public static CountedRealm of(RealmTexts texts) {
        return new CountedRealm(
                texts.realmId(), texts.realmName().equals(Config.getAdminRealm()), texts.isManaged(), texts.policy());
    }

    /** Whether a second factor is required of every user of the realm. */
    public boolean asksEverybody() {
        return asksByPolicy() && exemptRoles().isEmpty() && requiredRoles().isEmpty();
    }

    /** Whether the policy requires a factor of some users, without naming them one by one. */
    public boolean asksByPolicy() {
        return managed && policy.requiresFactor();
    }

    /** Of whose holders the policy requires no factor, written as in a policy. */
    Set<String> exemptRoles() {
        return policy.get(PolicyField.ALLOW_EXEMPTIONS) ? policy.get(PolicyField.EXEMPT_ROLES) : Set.of();
    }

    /** Of whose holders alone the policy requires a factor, written as in a policy; empty for everyone. */
    Set<String> requiredRoles() {
        return policy.get(PolicyField.REQUIRED_ROLES);
    }

    /** How many days users may put off setting up a factor; 0 if nobody must. */
    public int graceDays() {
        return managed ? policy.get(PolicyField.GRACE_DAYS) : 0;
    }
}
