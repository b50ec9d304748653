// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.summary;

import java.util.Map;

/**
 * The users of a realm in numbers, without service accounts; users of federated directories are included if something
 * is stored about them.
 *
 * @param users how many users there are
 * @param enrolled users with a second factor
 * @param flagged users who must have a second factor whatever the realm's mode
 * @param inGrace users without a second factor who may still postpone setting one up
 * @param locked users who can't be challenged at the moment
 * @param byMethod how many users have set up each method of the policy; methods that nobody has are missing
 * @param adminsWithoutMfa enabled users without a second factor who may administer the realm
 */
public record RealmSummary(
        long users,
        long enrolled,
        long flagged,
        long inGrace,
        long locked,
        Map<String, Long> byMethod,
        long adminsWithoutMfa) {
    /** The summary of a realm without users. */
    public static final RealmSummary EMPTY = new RealmSummary(0, 0, 0, 0, 0, Map.of(), 0);

    public RealmSummary {
        byMethod = Map.copyOf(byMethod);
    }
}
