// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.tenants;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.mspmfa.core.policy.Mode;
import io.mspmfa.providers.admin.call.Moment;
import io.mspmfa.providers.admin.summary.RealmSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All tenants of a caller in numbers, as the REST API shows them.
 *
 * @param tenants how many there are
 * @param managed how many of them have a policy
 * @param compliant how many require a factor of everyone, and have no administrator without one
 * @param unreadable how many have a stored policy that can't be read
 * @param tenantsWithAdminsWithoutMfa how many have administrators without a factor
 * @param byMode how many have each mode, the least strict one first
 * @param numbers the users of all of them
 * @param countedAt when they were counted, at most a minute ago
 */
record PortfolioSummary(
        long tenants,
        long managed,
        long compliant,
        long unreadable,
        long tenantsWithAdminsWithoutMfa,
        Map<String, Long> byMode,
        @JsonUnwrapped RealmSummary numbers,
        @Nullable String countedAt) {

    static PortfolioSummary of(TenantBoard board, Portfolio portfolio) {
        List<Tenant> own = board.tenants().stream()
                .filter(tenant -> portfolio.has(tenant.client()))
                .toList();
        Map<String, Long> byMode = new LinkedHashMap<>();
        for (Mode mode : Mode.values()) {
            byMode.put(
                    mode.json(),
                    own.stream().filter(tenant -> tenant.mode() == mode).count());
        }
        return new PortfolioSummary(
                own.size(),
                own.stream().filter(Tenant::isManaged).count(),
                own.stream().filter(Tenant::isCompliant).count(),
                own.stream().filter(tenant -> tenant.texts().isUnreadable()).count(),
                own.stream().filter(Tenant::hasUnprotectedAdmins).count(),
                byMode,
                own.stream().map(Tenant::numbers).reduce(RealmSummary.EMPTY, RealmSummary::plus),
                Moment.ofSeconds(board.countedAt()));
    }
}
