// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.policies;

import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.policy.RealmPolicies;
import org.keycloak.models.RealmModel;

/** The days of grace in a realm, regardless of individual users. */
public final class GraceDays {
    private GraceDays() {}

    /** The days of grace in a realm; 0 if no factor is required there. */
    public static int daysOf(RealmModel realm) {
        return RealmPolicies.isManaged(realm) ? RealmPolicies.of(realm).get(PolicyField.GRACE_DAYS) : 0;
    }
}
