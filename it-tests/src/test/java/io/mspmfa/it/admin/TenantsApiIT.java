// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.realm.AdminApi;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reseller's tenants: sorted, filtered, in numbers, and everybody in them (L22, K11, X2). */
class TenantsApiIT {
    /** Three users, one of whom has a factor; one without is an administrator. And a service account, who is nobody. */
    @RegisterExtension
    static final Tenant LOOSE = Tenant.unmanaged();

    /** Two users, both with a factor. */
    @RegisterExtension
    static final Tenant STRICT = Tenant.managed(Policy.required());

    /** Nobody. */
    @RegisterExtension
    static final Tenant EMPTY = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Tenant FOREIGN = Tenant.managed(Policy.required());

    @RegisterExtension
    static final Staff STAFF = new Staff();

    private static final String SECRET = "oldsecretoldsecretol";

    private static AdminApi reseller;

    @BeforeAll
    static void people() {
        var person = STAFF.reseller(LOOSE, "view-mfa");
        STAFF.grantOn(STRICT, person, "manage-mfa");
        STAFF.grantOn(EMPTY, person, "view-mfa");
        reseller = person.api();
        STAFF.ofTenant(LOOSE, "view-users");
        LOOSE.user();
        LOOSE.userWithStockOtp(SECRET);
        STRICT.userWithStockOtp(SECRET);
        STRICT.userWithStockOtp(SECRET);
        FOREIGN.user();
        LOOSE.admin()
                .post("/" + LOOSE.name() + "/clients", Json.of("{'clientId': 'job', 'serviceAccountsEnabled': true}"));
    }

    /** Whatever a test before has changed by Keycloak's own calls. */
    @BeforeEach
    void countedAnew() {
        STAFF.superAdmin().put("/" + FOREIGN.name() + "/msp-mfa/floor", Json.of("{'mode': 'required'}"));
    }

    @ParameterizedTest
    @CsvSource({
        "sort=users, EMPTY STRICT LOOSE",
        "sort=users&order=desc, LOOSE STRICT EMPTY",
        "sort=enrolledShare, LOOSE EMPTY_STRICT",
        "sort=adminsWithoutMfa&order=desc, LOOSE EMPTY_STRICT",
        "sort=mode, LOOSE EMPTY STRICT",
        "sort=mode&order=desc, STRICT EMPTY LOOSE"
    })
    void L22_tenantsAreSortedByWhatMatters(String query, String expected) {
        List<String> wanted = new ArrayList<>();
        for (String name : expected.split(" ", -1)) {
            wanted.addAll(byName(name));
        }

        assertThat(pages(query)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource({
        "mode=required, STRICT",
        "mode=off, ''",
        "compliant=true, STRICT",
        "compliant=false, EMPTY LOOSE",
        "managed=false, LOOSE",
        "managed=true, EMPTY STRICT",
        "adminsWithoutMfa=true, LOOSE",
        "adminsWithoutMfa=false&mode=optional, EMPTY"
    })
    void L22_X2_tenantsAreFiltered(String query, String expected) {
        List<String> wanted = expected.isEmpty()
                ? List.of()
                : List.of(expected.split(" ", -1)).stream()
                        .flatMap(name -> byName(name).stream())
                        .sorted()
                        .toList();
        JsonNode page = reseller.get("/master/msp-mfa/tenants?total=true&" + query);

        assertThat(page.path("items").findValuesAsText("realm")).isEqualTo(wanted);
        assertThat(page.path("total").asInt(-1)).isEqualTo(wanted.size());
    }

    @Test
    void L22_aRowSaysWhatIsLeftToDoAndWhoHasSaidSo() {
        User user = STRICT.user();
        JsonNode row =
                reseller.get("/master/msp-mfa/tenants?search=" + STRICT.name()).at("/items/0");

        assertThat(row.path("modeSource").asText()).isEqualTo("own");
        assertThat(row.path("mustEnrol").asInt()).isEqualTo(1);
        assertThat(row.path("may").asText()).isEqualTo("manage");
        assertThat(row.path("unreadable").asBoolean(true)).isFalse();
        assertThat(row.path("inGrace").asInt(-1)).isZero();
        assertThat(row.path("locked").asInt(-1)).isZero();
        STRICT.admin().delete(STRICT.userPath(user));
    }

    @Test
    void R38_aPolicyThatCanNotBeReadIsToldAndCounted() {
        EMPTY.probe().setRealmAttribute(Tenant.POLICY, "{\"mode\": \"sometimes\"}");
        EMPTY.probe().clearCaches();
        countedAnew();

        JsonNode row =
                reseller.get("/master/msp-mfa/tenants?search=" + EMPTY.name()).at("/items/0");

        assertThat(row.path("unreadable").asBoolean()).isTrue();
        assertThat(row.path("mode").asText()).isEqualTo("required");
        assertThat(reseller.get("/master/msp-mfa/tenants/summary")
                        .path("unreadable")
                        .asInt())
                .isEqualTo(1);
        EMPTY.setPolicy(Policy.optional());
    }

    @Test
    void X2_theSummaryIsThatOfTheCallersTenantsOnlyAndNewAfterAChange() {
        assertThat(summary().path("tenants").asInt()).isEqualTo(3);
        assertThat(summary().path("users").asInt()).isEqualTo(5);
        assertThat(summary().path("enrolled").asInt()).isEqualTo(3);
        assertThat(summary().path("adminsWithoutMfa").asInt()).isEqualTo(1);
        assertThat(summary().path("tenantsWithAdminsWithoutMfa").asInt()).isEqualTo(1);
        assertThat(summary().at("/byMode/required").asInt()).isEqualTo(1);
        assertThat(summary().at("/byMethod/totp").asInt()).isEqualTo(3);

        LOOSE.admin().put("/" + LOOSE.name() + "/msp-mfa/floor", Json.of("{'mode': 'required'}"));

        assertThat(summary().path("managed").asInt()).isEqualTo(3);
        assertThat(summary().path("mustEnrol").asInt()).isEqualTo(2);
        LOOSE.admin().delete("/" + LOOSE.name() + "/msp-mfa/floor");
    }

    /** Somebody else's change of a user doesn't go through our API: it is counted within a minute. */
    @Test
    void X2_whatIsNotOurOwnChangeIsCountedAMinuteLater() {
        long before = summary().path("users").asLong();
        String at = summary().path("countedAt").asText();
        User user = STRICT.user();

        assertThat(summary().path("users").asLong()).isEqualTo(before);
        assertThat(summary().path("countedAt").asText()).isEqualTo(at);
        STRICT.clock().forward(Duration.ofSeconds(61));
        assertThat(summary().path("users").asLong()).isEqualTo(before + 1);
        STRICT.admin().delete(STRICT.userPath(user));
    }

    @Test
    void K11_aPersonIsFoundInEveryTenantOfTheCallerAndNowhereElse() {
        JsonNode all = STAFF.superAdmin().get("/master/msp-mfa/tenants/users?search=ada1&max=100");
        assertThat(all.path("items").findValuesAsText("realm")).contains(FOREIGN.name(), LOOSE.name());

        JsonNode page = reseller.get("/master/msp-mfa/tenants/users?search=LOVELACE&max=2");
        List<String> found = new ArrayList<>(page.path("items").findValuesAsText("realm"));
        found.addAll(reseller.get("/master/msp-mfa/tenants/users?search=lovelace&max=50&after="
                        + page.path("next").asText())
                .path("items")
                .findValuesAsText("realm"));

        assertThat(found)
                .containsExactlyInAnyOrder(LOOSE.name(), LOOSE.name(), LOOSE.name(), STRICT.name(), STRICT.name());
        assertThat(page.at("/items/0/user/username").asText()).isEqualTo("ada1");
    }

    @Test
    void K11_aPersonThatIsFoundLooksAsInTheListOfTheTenant() {
        JsonNode found = reseller.get("/master/msp-mfa/tenants/users?search=lovelace&max=50");
        for (JsonNode person : found.path("items")) {
            JsonNode listed = reseller.get("/" + person.path("realm").asText() + "/msp-mfa/users?search="
                    + person.at("/user/username").asText());
            assertThat(person.path("user")).isEqualTo(listed.at("/items/0"));
        }
        assertThat(found.path("items")).hasSize(5);
    }

    @Test
    void K11_whoHasNoTenantFindsNobody() {
        AdminApi nobodys = STAFF.ofMaster().api();

        assertThat(nobodys.tryGet("/master/msp-mfa/tenants/users?search=ada").status())
                .isEqualTo(403);
        assertThat(nobodys.tryGet("/" + LOOSE.name() + "/msp-mfa/tenants/users?search=ada")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void K11_aSearchForNothingIsRefused() {
        assertThat(reseller.tryGet("/master/msp-mfa/tenants/users").status()).isEqualTo(400);
        assertThat(reseller.tryGet("/master/msp-mfa/tenants/users?search=a&after=x")
                        .status())
                .isEqualTo(400);
        assertThat(reseller.tryGet("/master/msp-mfa/tenants?sort=users&after=x").status())
                .isEqualTo(400);
    }

    private static JsonNode summary() {
        return reseller.get("/master/msp-mfa/tenants/summary");
    }

    private static List<String> pages(String query) {
        List<String> names = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = reseller.get("/master/msp-mfa/tenants?max=1&" + query
                    + (next.isEmpty() ? "" : "&after=" + next.replace(" ", "%20")));
            names.addAll(page.path("items").findValuesAsText("realm"));
            next = page.path("next").asText("");
        } while (!next.isEmpty() && names.size() < 9);
        return names;
    }

    /** Of two with the same value, the one whose name is first. */
    private static List<String> byName(String name) {
        return switch (name) {
            case "EMPTY" -> List.of(EMPTY.name());
            case "STRICT" -> List.of(STRICT.name());
            case "LOOSE" -> List.of(LOOSE.name());
            default -> List.of(EMPTY.name(), STRICT.name()).stream().sorted().toList();
        };
    }
}
