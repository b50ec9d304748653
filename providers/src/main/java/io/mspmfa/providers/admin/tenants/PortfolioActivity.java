// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.tenants;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mspmfa.core.sentences.FieldFault;
import io.mspmfa.providers.admin.activity.ActivityAcross;
import io.mspmfa.providers.admin.activity.ActivityView;
import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.admin.call.Page;
import io.mspmfa.providers.admin.call.Problem;
import io.mspmfa.providers.admin.call.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** What was done in all tenants of a caller, newest first (X14). */
final class PortfolioActivity {
    private static final int MAX_PAGE = 200;
    private static final int DEFAULT_PAGE = 50;

    private final KeycloakSession session;
    private final Portfolio portfolio;

    PortfolioActivity(KeycloakSession session, Portfolio portfolio) {
        this.session = session;
        this.portfolio = portfolio;
    }

    /**
     * Something that was done, as the REST API shows it.
     *
     * @param realm the name of the realm in which it was done
     * @param displayName that of the realm; null if it has none
     * @param activity as in the realm's own record
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Line(String realm, @Nullable String displayName, ActivityView activity) {}

    /** A page. Query: {@code byAdministrators}, {@code after}, {@code max} (at most 200). */
    Page<Line> page(AdminCall call) {
        Query query = call.query("byAdministrators", "after", "max");
        int max = query.number("max", 1, MAX_PAGE, DEFAULT_PAGE);
        List<ActivityAcross.Found> found = new ActivityAcross(
                        portfolio.realms(), query.flag("byAdministrators"), after(query.text("after")), max + 1)
                .run(session);
        List<ActivityAcross.Found> page = found.subList(0, Math.min(max, found.size()));
        String next = found.size() <= max ? null : page.get(max - 1).place().text();
        return new Page<>(lines(page), next);
    }

    private static ActivityAcross.@Nullable Place after(@Nullable String text) {
        return text == null
                ? null
                : ActivityAcross.Place.read(text).orElseThrow(() -> Problem.invalid("after", FieldFault.NOT_CURSOR));
    }

    /** Without those of a realm that has been deleted meanwhile. */
    private List<Line> lines(List<ActivityAcross.Found> page) {
        Set<String> ids = page.stream().map(ActivityAcross.Found::realmId).collect(Collectors.toUnmodifiableSet());
        Map<String, Tenant> tenants = new HashMap<>();
        new TenantRows(session).withoutNumbers(ids).forEach(tenant -> tenants.put(tenant.id(), tenant));
        return page.stream()
                .filter(found -> tenants.containsKey(found.realmId()))
                .map(found -> {
                    Tenant tenant = Objects.requireNonNull(tenants.get(found.realmId()));
                    return new Line(tenant.name(), tenant.displayName(), found.deed());
                })
                .toList();
    }
}
