// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.Story;
import io.mspmfa.it.admin.Staff.Person;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was done in all tenants of a reseller, in one list (X14, L22). */
class TenantsActivityIT {
    private static final String ALL = "/master/msp-mfa/tenants/activity?";

    @RegisterExtension
    static final Tenant FIRST = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Tenant SECOND = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Tenant FOREIGN = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Staff STAFF = new Staff();

    private static Person reseller;

    @BeforeAll
    static void deeds() {
        reseller = STAFF.reseller(FIRST, "manage-mfa");
        STAFF.grantOn(SECOND, reseller, "view-mfa");
        for (Tenant tenant : List.of(FIRST, SECOND, FOREIGN, FIRST)) {
            User ada = tenant.user();
            Story.enrol(tenant, ada);
            tenant.admin()
                    .tryPost(
                            "/" + tenant.name() + "/msp-mfa/users/" + ada.id() + "/reset",
                            Json.of("{'reason': 'lost'}"))
                    .ok();
        }
    }

    @Test
    void X14_theListHasTheRecordsOfAllOwnTenantsAndOfNoOther() {
        List<JsonNode> all = items(reseller.api().get(ALL + "max=200"));

        assertThat(all).extracting(line -> line.path("realm").asText()).containsOnly(FIRST.name(), SECOND.name());
        assertThat(all).allMatch(line -> line.path("displayName").asText().equals("Acme Ltd"));
        for (Tenant tenant : List.of(FIRST, SECOND)) {
            List<JsonNode> own = new ActivityRecord(reseller.api(), tenant).all();
            assertThat(all)
                    .filteredOn(line -> line.path("realm").asText().equals(tenant.name()))
                    .extracting(line -> line.path("activity"))
                    .isEqualTo(own)
                    .isNotEmpty();
        }
        assertThat(all)
                .extracting(line -> line.at("/activity/at").asText())
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void X14_pagesLeaveOutNothingAndRepeatNothing() {
        List<JsonNode> all = items(reseller.api().get(ALL + "max=200"));
        List<JsonNode> paged = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = reseller.api().get(ALL + "max=2" + (next.isEmpty() ? "" : "&after=" + next));
            paged.addAll(items(page));
            next = page.path("next").asText("");
        } while (!next.isEmpty() && paged.size() < all.size() + 2);

        assertThat(paged).isEqualTo(all);
    }

    @Test
    void X14_whatUsersDoCanBeLeftOut() {
        List<String> deeds = new ArrayList<>();
        items(reseller.api().get(ALL + "byAdministrators=true&max=200"))
                .forEach(line -> deeds.add(line.at("/activity/what").asText()));

        assertThat(deeds).contains("reset").doesNotContain("enrolled", "backup_codes_made");
        assertThat(new ActivityRecord(reseller.api(), FIRST)
                        .page("byAdministrators=true")
                        .path("items"))
                .extracting(item -> item.path("what").asText())
                .containsOnly("reset");
    }

    @Test
    void X14_theListTakesTheSameStatementsHoweverManyTenantsThereAre() {
        long one = statements("max=1");

        assertThat(statements("max=200")).isEqualTo(one);
    }

    @Test
    void X14_aForgedPlaceIsRefused() {
        for (String after : List.of("x", "1.2", "1.2.", "-1.2.x", "1.2." + "x".repeat(37), "9999999999999.1.x")) {
            assertThat(reseller.api().tryGet(ALL + "after=" + after).status())
                    .as(after)
                    .isEqualTo(400);
        }
        assertThat(reseller.api().get(ALL + "after=0.0.%27").path("items")).isEmpty();
    }

    private static long statements(String query) {
        return FIRST.probe().statementsDuring(() -> reseller.api().get(ALL + query));
    }

    private static List<JsonNode> items(JsonNode page) {
        return Json.list(page.path("items"));
    }
}
