// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.tenants;

import io.mspmfa.providers.admin.policies.FloorChange;
import io.mspmfa.providers.admin.policies.Preview;
import io.mspmfa.providers.admin.query.VisibleUsers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.managers.RealmManager;

/** What one floor would change in many tenants (X3), without setting it. */
final class MassPreview {
    private final KeycloakSession session;
    private final Portfolio portfolio;
    private final FloorChange change;

    MassPreview(KeycloakSession session, Portfolio portfolio, FloorChange change) {
        this.session = session;
        this.portfolio = portfolio;
        this.change = change;
    }

    /**
     * The effects, as the REST API shows them.
     *
     * @param totals over the tenants in {@code items}
     * @param items in the order of the request
     * @param failed those that can't be previewed, with the error code
     */
    record Outcome(Totals totals, List<Item> items, List<MassFloor.Failure> failed) {}

    /**
     * @param tenants how many
     * @param refused in how many of them the floor would be refused
     */
    record Totals(
            long tenants,
            long refused,
            long usersAffected,
            long mustEnrol,
            long blockedServiceAccounts,
            long withoutUsableMethod) {}

    /**
     * @param preview as for a single realm
     */
    record Item(String realm, Preview.Result preview) {}

    Outcome of(Set<String> realms) {
        Map<String, String> idsByName = portfolio.idsOf(session, realms);
        List<Item> items = new ArrayList<>();
        List<MassFloor.Failure> failed = new ArrayList<>();
        for (String name : realms) {
            String id = idsByName.get(name);
            RealmModel realm = id == null ? null : session.realms().getRealm(id);
            if (realm == null || RealmManager.isAdministrationRealm(realm)) {
                failed.add(new MassFloor.Failure(name, MassFloor.NOT_FOUND));
            } else {
                items.add(new Item(name, new Preview(session, realm, VisibleUsers.ALL).of(change)));
            }
        }
        return new Outcome(totals(items), items, failed);
    }

    private static Totals totals(List<Item> items) {
        return new Totals(
                items.size(),
                items.stream()
                        .filter(item -> !item.preview().refused().isEmpty())
                        .count(),
                sum(items, Preview.Result::usersAffected),
                sum(items, Preview.Result::mustEnrol),
                sum(items, Preview.Result::blockedServiceAccounts),
                sum(items, Preview.Result::withoutUsableMethod));
    }

    private static long sum(List<Item> items, ToLongFunction<Preview.Result> number) {
        return items.stream().map(Item::preview).mapToLong(number).sum();
    }
}
