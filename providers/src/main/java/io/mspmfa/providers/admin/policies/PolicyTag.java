// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.policies;

import io.mspmfa.providers.admin.call.EntityTag;
import io.mspmfa.providers.policy.Floors;
import io.mspmfa.providers.policy.RealmPolicies;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;

/** The entity tag of a realm's policy and floor together. */
final class PolicyTag {
    private PolicyTag() {}

    /** The tag as sent in the header, in quotes. */
    static String of(RealmModel realm) {
        return EntityTag.of(RealmPolicies.ownText(realm).orElse("-")
                + "\n"
                + Floors.text(realm).orElse("-"));
    }

    /** Refuses to change a policy that is no longer the one that the caller has read. */
    static void check(@Nullable String wanted, RealmModel realm) {
        EntityTag.check(wanted, of(realm));
    }
}
