// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.summary;

import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.policy.RealmPolicies;
import java.util.SortedMap;
import java.util.TreeMap;
import org.keycloak.models.RealmModel;

/**
 * The numbers for one realm as the REST API shows them.
 *
 * @param users users who could sign in
 * @param enrolled users who have a second factor
 * @param required users who must have one
 * @param inGrace users who may still postpone setting one up
 * @param locked users who are locked after wrong codes
 * @param byMethod how many users have each method, by the method's name
 * @param adminsWithoutMfa administrators without a second factor
 */
public record SummaryView(
        long users,
        long enrolled,
        long required,
        long inGrace,
        long locked,
        SortedMap<String, Long> byMethod,
        long adminsWithoutMfa) {

    /** Converts the numbers. */
    public static SummaryView of(RealmModel realm, RealmSummary summary) {
        return new SummaryView(
                summary.users(),
                summary.enrolled(),
                asksEverybody(realm) ? summary.users() : summary.flagged(),
                summary.inGrace(),
                summary.locked(),
                new TreeMap<>(summary.byMethod()),
                summary.adminsWithoutMfa());
    }

    /** Whether a second factor is required of every user of the realm. */
    public static boolean asksEverybody(RealmModel realm) {
        if (!RealmPolicies.isManaged(realm)) {
            return false;
        }
        Policy policy = RealmPolicies.of(realm);
        boolean exempts = policy.get(PolicyField.ALLOW_EXEMPTIONS)
                && !policy.get(PolicyField.EXEMPT_ROLES).isEmpty();
        return policy.requiresFactor()
                && !exempts
                && policy.get(PolicyField.REQUIRED_ROLES).isEmpty();
    }
}
