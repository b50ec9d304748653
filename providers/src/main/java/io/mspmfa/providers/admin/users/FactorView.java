// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mspmfa.providers.admin.call.Moment;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.factors.spi.CredentialKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;

/**
 * A stored factor, or a set of codes that stands in for one, as the REST API shows it with its user.
 *
 * @param method the policy's method; null for codes that stand in for a factor
 * @param label the user's name for it; null if it has none
 * @param createdAt null if not known
 * @param lastUsedAt the day (UTC) of the last use, not a moment; null if it hasn't been used since this is recorded
 * @param unreadable whether nothing can be checked against it, so that it is skipped
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record FactorView(
        String id,
        String type,
        @Nullable String method,
        @Nullable String label,
        @Nullable String createdAt,
        @Nullable String lastUsedAt,
        boolean unreadable) {

    /**
     * Everything that a user has, whether or not it counts under the policy.
     *
     * @param uses when each was last used, by its id, in seconds since the epoch
     */
    static List<FactorView> of(UserModel user, Map<String, Long> uses) {
        return SecondFactors.kinds()
                .flatMap(kind -> kind.of(user).map(stored -> of(kind, stored, uses.get(stored.getId()))))
                .toList();
    }

    private static FactorView of(CredentialKind kind, CredentialModel stored, @Nullable Long lastUsed) {
        Long created = stored.getCreatedDate();
        return new FactorView(
                stored.getId(),
                stored.getType(),
                SecondFactors.methodOf(stored.getType())
                        .map(method -> method.json())
                        .orElse(null),
                stored.getUserLabel(),
                created == null ? null : Moment.ofSeconds(created / 1000),
                Moment.dayOfSeconds(lastUsed),
                !kind.isUsable(stored));
    }
}
