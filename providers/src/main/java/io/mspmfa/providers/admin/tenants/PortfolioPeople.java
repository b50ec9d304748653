// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.tenants;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mspmfa.core.sentences.FieldFault;
import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.admin.call.Page;
import io.mspmfa.providers.admin.call.Problem;
import io.mspmfa.providers.admin.call.Query;
import io.mspmfa.providers.admin.users.PeopleSearch;
import io.mspmfa.providers.admin.users.UserView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** The people of all tenants of a caller: what a help desk looks for first. */
final class PortfolioPeople {
    private static final int MAX_PAGE = 100;
    private static final int DEFAULT_PAGE = 20;

    private final KeycloakSession session;
    private final Portfolio portfolio;

    PortfolioPeople(KeycloakSession session, Portfolio portfolio) {
        this.session = session;
        this.portfolio = portfolio;
    }

    /**
     * Somebody who was found, as the REST API shows them.
     *
     * @param realm the name of the user's realm
     * @param displayName that of the realm; null if it has none
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Person(String realm, @Nullable String displayName, UserView user) {}

    /** A page. Query: {@code search} (required), {@code after}, {@code max} (at most 100). */
    Page<Person> page(AdminCall call) {
        Query query = call.query("search", "after", "max");
        String search = query.text("search");
        if (search == null) {
            throw Problem.invalid("search", FieldFault.BLANK);
        }
        String after = query.raw("after");
        int max = query.number("max", 1, MAX_PAGE, DEFAULT_PAGE);
        try {
            return found(search, after == null || after.isEmpty() ? null : after, max);
        } catch (IllegalArgumentException e) {
            if (after == null) {
                throw e;
            }
            throw Problem.invalid("after", FieldFault.NOT_CURSOR);
        }
    }

    private Page<Person> found(String search, @Nullable String after, int max) {
        Map<String, Tenant> tenants = new HashMap<>();
        Page<PeopleSearch.Found> page = new PeopleSearch(session).page(portfolio.realms(), search, after, max, ids -> {
            new TenantRows(session).withoutNumbers(ids).forEach(tenant -> tenants.put(tenant.id(), tenant));
            return tenants.values().stream().map(Tenant::counted).toList();
        });
        List<Person> people = page.items().stream()
                .map(found -> {
                    Tenant tenant = Objects.requireNonNull(tenants.get(found.realmId()));
                    return new Person(tenant.name(), tenant.displayName(), found.user());
                })
                .toList();
        return new Page<>(people, page.next());
    }
}
