// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.tenants;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.admin.policies.PolicyDocument;
import io.mspmfa.providers.admin.summary.RealmSummary;
import io.mspmfa.providers.admin.summary.SummaryView;
import io.mspmfa.providers.policy.Floors;
import io.mspmfa.providers.policy.RealmPolicies;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/**
 * A tenant as the REST API shows it.
 *
 * @param realm the name of its realm
 * @param mode the mode of its effective policy; null if it has none
 * @param floor the stored floor; null for none
 * @param users how many users could sign in
 * @param enrolled how many of them have a second factor
 * @param adminsWithoutMfa how many administrators have no second factor
 * @param compliant whether a factor is required of everyone, and every administrator has one
 * @param may what the caller may do in it: {@code view} or {@code manage}
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record TenantView(
        String realm,
        @Nullable String displayName,
        @Nullable String mode,
        @Nullable JsonNode floor,
        long users,
        long enrolled,
        long adminsWithoutMfa,
        boolean compliant,
        String may) {

    private static String may(Portfolio portfolio, @Nullable ClientModel client) {
        return client != null && portfolio.isManaged(client.getId()) ? "manage" : "view";
    }

    static TenantView of(RealmModel realm, RealmSummary summary, Portfolio portfolio) {
        return new TenantView(
                realm.getName(),
                realm.getDisplayName(),
                RealmPolicies.isManaged(realm)
                        ? RealmPolicies.of(realm).get(PolicyField.MODE).json()
                        : null,
                PolicyDocument.stored(Floors.text(realm)),
                summary.users(),
                summary.enrolled(),
                summary.adminsWithoutMfa(),
                SummaryView.asksEverybody(realm) && summary.adminsWithoutMfa() == 0,
                may(portfolio, realm.getMasterAdminClient()));
    }
}
