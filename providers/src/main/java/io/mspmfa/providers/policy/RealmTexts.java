// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.policy;

import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyLayer;
import io.mspmfa.providers.policy.StoredPolicies.Owner;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;

/**
 * The policies of a realm as they are stored, and what they amount to. Of a thousand realms, they can be read without
 * loading these.
 *
 * @param realmId the id of the realm
 * @param realmName its name
 * @param floor the JSON of the reseller's floor; empty for none
 * @param own the JSON of the realm's own policy; empty for none
 */
public record RealmTexts(String realmId, String realmName, Optional<String> floor, Optional<String> own) {

    /** Those of a loaded realm. No SQL. */
    public static RealmTexts of(RealmModel realm) {
        return new RealmTexts(realm.getId(), realm.getName(), Floors.text(realm), RealmPolicies.ownText(realm));
    }

    /** Whether there is a policy at all, readable or not. */
    public boolean isManaged() {
        return floor.isPresent() || own.isPresent();
    }

    /** Whether one of them can't be read, so that a second factor is required (R38). */
    public boolean isUnreadable() {
        return floor.filter(json -> !StoredPolicies.isReadable(new Owner(realmId, Floors.SOURCE), json))
                        .isPresent()
                || own.filter(json -> !StoredPolicies.isReadable(new Owner(realmId, RealmPolicies.SOURCE), json))
                        .isPresent();
    }

    /** The policy for users without organisations or an individual setting. */
    public Policy policy() {
        return Policy.strictestOf(layers());
    }

    /** The layers, starting with the floor; empty if the realm is not managed. */
    List<PolicyLayer> layers() {
        return Stream.concat(
                        floor.map(json -> Floors.read(json, realmId, realmName)).stream(),
                        own.map(json -> RealmPolicies.read(json, realmId, realmName)).stream())
                .toList();
    }
}
