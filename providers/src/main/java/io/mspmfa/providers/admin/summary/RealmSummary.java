// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.summary;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The users of a realm in numbers, as the REST API shows them, without service accounts; users of federated directories
 * are included if something is stored about them.
 *
 * @param users how many users there are
 * @param enrolled users with a second factor that counts for them
 * @param required users who must have one, by the realm's policy or individually
 * @param mustEnrol those of them who have none, also if they may still postpone setting one up
 * @param inGrace users without a second factor who may still postpone setting one up
 * @param locked users who can't be challenged at the moment
 * @param byMethod how many users have set up each method of the policy, by its name; methods that nobody has are missing
 * @param adminsWithoutMfa enabled users without a second factor who may administer the realm
 */
public record RealmSummary(
        long users,
        long enrolled,
        long required,
        long mustEnrol,
        long inGrace,
        long locked,
        SortedMap<String, Long> byMethod,
        long adminsWithoutMfa) {
    /** The summary of a realm without users. */
    public static final RealmSummary EMPTY = new RealmSummary(0, 0, 0, 0, 0, 0, new TreeMap<>(), 0);

    public RealmSummary {
        byMethod = Collections.unmodifiableSortedMap(new TreeMap<>(byMethod));
    }

    /** The users of both. */
    public RealmSummary plus(RealmSummary other) {
        SortedMap<String, Long> methods = new TreeMap<>();
        Stream.of(byMethod, other.byMethod)
                .forEach(map -> map.forEach((method, number) -> methods.merge(method, number, Long::sum)));
        return new RealmSummary(
                users + other.users,
                enrolled + other.enrolled,
                required + other.required,
                mustEnrol + other.mustEnrol,
                inGrace + other.inGrace,
                locked + other.locked,
                methods,
                adminsWithoutMfa + other.adminsWithoutMfa);
    }
}
