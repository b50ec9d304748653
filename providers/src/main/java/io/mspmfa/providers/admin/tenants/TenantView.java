// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.tenants;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.core.policy.Mode;
import io.mspmfa.providers.admin.activity.LastChange;
import io.mspmfa.providers.admin.policies.PolicyDocument;
import io.mspmfa.providers.admin.summary.RealmSummary;
import org.jspecify.annotations.Nullable;

/**
 * A tenant as the REST API shows it.
 *
 * @param realm the name of its realm
 * @param mode the mode of its effective policy; null if it has none
 * @param modeSource the layer that the mode comes from; null without a policy
 * @param floor the stored floor; null for none
 * @param unreadable whether a stored policy can't be read, so that a factor is required (R38)
 * @param users how many users could sign in
 * @param enrolled how many of them have a second factor
 * @param mustEnrol how many must have one and have none
 * @param inGrace how many may still postpone setting one up
 * @param locked how many are locked after wrong codes
 * @param adminsWithoutMfa how many administrators have no second factor
 * @param compliant whether a factor is required of everyone, and every administrator has one
 * @param lastChange the code of the last deed about its policy or its floor; null if none is recorded, as are the next two
 * @param lastChangeAt when that was
 * @param lastChangeBy the name of the user who did it; null also if nobody knows
 * @param may what the caller may do in it: {@code view} or {@code manage}
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record TenantView(
        String realm,
        @Nullable String displayName,
        @Nullable String mode,
        @Nullable String modeSource,
        @Nullable JsonNode floor,
        boolean unreadable,
        long users,
        long enrolled,
        long mustEnrol,
        long inGrace,
        long locked,
        long adminsWithoutMfa,
        boolean compliant,
        @Nullable String lastChange,
        @Nullable String lastChangeAt,
        @Nullable String lastChangeBy,
        String may) {

    static TenantView of(Tenant tenant, @Nullable LastChange change, Portfolio portfolio) {
        Mode mode = tenant.mode();
        RealmSummary numbers = tenant.numbers();
        return new TenantView(
                tenant.name(),
                tenant.displayName(),
                mode == null ? null : mode.json(),
                tenant.modeSource(),
                PolicyDocument.stored(tenant.texts().floor()),
                tenant.texts().isUnreadable(),
                numbers.users(),
                numbers.enrolled(),
                numbers.mustEnrol(),
                numbers.inGrace(),
                numbers.locked(),
                numbers.adminsWithoutMfa(),
                tenant.isCompliant(),
                change == null ? null : change.what(),
                change == null ? null : change.at(),
                change == null ? null : change.by(),
                portfolio.isManaged(tenant.client()) ? "manage" : "view");
    }
}
