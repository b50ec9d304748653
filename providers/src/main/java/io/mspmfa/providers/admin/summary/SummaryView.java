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
 * The numbers of one realm as the REST shows them.
 *
 * @param users who could sign in
 * @param enrolled those of them who have a second factor
 * @param required those of whom one is required
 * @param inGrace those who may still put set-up off
 * @param locked those who are locked after wrong codes
 * @param byMethod those who have each method, by the method's word
 * @param adminsWithoutMfa administrators who have none
 */
public record SummaryView(
        long users,
        long enrolled,
        long required,
        long inGrace,
        long locked,
        SortedMap<String, Long> byMethod,
        long adminsWithoutMfa) {

    /** The numbers. */
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
