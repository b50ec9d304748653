// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.summary;

import java.util.Map;

/**
 * The users of a realm in numbers, without service accounts; of federated directories only users of whom something is
 * kept.
 *
 * @param users all
 * @param enrolled with a second factor
 * @param flagged who must have a second factor whatever the realm's mode
 * @param inGrace without a second factor, and still allowed to put it off
 * @param locked who can't be challenged at this moment
 * @param byMethod how many have set up each method of the policy; methods that nobody has are missing
 * @param adminsWithoutMfa enabled users with rights to administer the realm and without a second factor
 */
public record RealmSummary(
        long users,
        long enrolled,
        long flagged,
        long inGrace,
        long locked,
        Map<String, Long> byMethod,
        long adminsWithoutMfa) {
    /** Of a realm without users. */
    public static final RealmSummary EMPTY = new RealmSummary(0, 0, 0, 0, 0, Map.of(), 0);

    public RealmSummary {
        byMethod = Map.copyOf(byMethod);
    }
}
