// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.admin.Staff.Person;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.realm.AdminApi;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A list of changes does what single calls would, line by line (X15). See {@link BulkListIT} for what is wrong with lists. */
class BulkIT {
    private static final String SECRET = "oldsecretoldsecretol";
    private static final OpenApi DOCUMENT = OpenApi.read(Path.of("..", "docs", "openapi.yaml"));

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Staff STAFF = new Staff();

    @RegisterExtension
    static final AdminPermissions PERMISSIONS = new AdminPermissions(TENANT);

    private final AdminApi root = TENANT.admin();

    @Test
    void X15_eachLineDoesAndRecordsWhatItsCallDoes() {
        User ada = TENANT.user();
        User grace = TENANT.userWithStockOtp(SECRET);
        User joan = TENANT.user();

        Answer answer = send(
                root,
                "user,action,reason",
                ada.username() + ",require,",
                grace.email().toUpperCase(Locale.ROOT) + ",reset,\"Phone lost, \"\"really\"\"\"",
                joan.id() + ",LINK",
                ada.username() + ",release");
        List<Map<String, String>> rows = Csv.rows(answer);

        Csv.assertFile(answer, "msp-mfa-bulk-" + TENANT.name() + ".csv");
        assertThat(DOCUMENT.problems("POST /admin/realms/{realm}/msp-mfa/bulk", answer))
                .isEmpty();
        assertThat(rows.get(0).keySet())
                .containsExactly("line", "user", "action", "result", "code", "message", "url", "expiresAt");
        assertThat(Csv.column(rows, "line")).containsExactly("2", "3", "4", "5");
        assertThat(Csv.column(rows, "result")).containsOnly("done");
        assertThat(status(ada).path("required").asBoolean()).isFalse();
        assertThat(status(grace).path("enrolled").asBoolean()).isFalse();
        URI link = URI.create(rows.get(2).get("url"));
        new RawBrowser(TENANT).get(link).expect(TotpPage.ID);
        assertThat(Instant.parse(rows.get(2).get("expiresAt")))
                .isAfter(TENANT.clock().now());
        assertThat(recorded(ada, "required")).hasSize(2);
        assertThat(recorded(grace, "reset").toString()).contains("Phone lost, \\\\\\\"really");
        assertThat(recorded(joan, "enrolment-links")).hasSize(1);
        assertThat(TENANT.events().admin().toString()).doesNotContain(link.getQuery());
    }

    @Test
    void X15_whatASingleCallRefusesALineDoes() {
        Person manager = STAFF.ofTenant(TENANT, "manage-users");
        User disabled = TENANT.user();
        TENANT.changeUser(disabled, json -> json.put("enabled", false));
        User enrolled = TENANT.userWithStockOtp(SECRET);
        User kept = TENANT.user();
        STAFF.reseller(TENANT, "manage-mfa")
                .api()
                .put("/" + TENANT.name() + "/msp-mfa/users/" + kept.id() + "/required", "{\"required\": true}");

        List<Map<String, String>> rows = Csv.rows(send(
                manager.api(),
                "user,action,reason",
                manager.user().username() + ",reset,own phone",
                manager.user().username() + ",link",
                manager.user().username() + ",release",
                disabled.username() + ",link",
                enrolled.username() + ",link",
                kept.username() + ",release"));

        assertThat(Csv.column(rows, "result")).containsOnly("refused");
        assertThat(Csv.column(rows, "code"))
                .containsExactly(
                        "not_oneself",
                        "not_oneself",
                        "not_oneself",
                        "user_disabled",
                        "already_enrolled",
                        "required_by_reseller");
        assertThat(Csv.column(rows, "url")).containsOnly("");
        assertThat(status(enrolled).path("enrolled").asBoolean()).isTrue();
        assertThat(status(kept).path("required").asBoolean()).isTrue();
    }

    /** A client whose server was restarted in the middle can't know which lines were done. */
    @Test
    void X15_theSameListAgainChangesNothingMore() {
        User ada = TENANT.user();
        User grace = TENANT.user();
        String[] list = {"user,action", ada.username() + ",require", grace.username() + ",require"};

        List<Map<String, String>> first = Csv.rows(send(root, list));
        List<Map<String, String>> second = Csv.rows(send(root, list));

        assertThat(Csv.column(first, "result")).containsOnly("done");
        assertThat(Csv.column(second, "result")).containsOnly("unchanged");
        assertThat(recorded(ada, "required")).hasSize(1);
    }

    @Test
    void P14_eachLineChecksTheCallersRightsForItsUser() {
        User seen = TENANT.userWithStockOtp(SECRET);
        User managed = TENANT.userWithStockOtp(SECRET);
        User hidden = TENANT.userWithStockOtp(SECRET);
        Person caller = STAFF.ofTenant(TENANT, "query-users");
        PERMISSIONS.permit(caller, "Users", "view", true, seen.id(), managed.id());
        PERMISSIONS.permit(caller, "Users", "manage", true, managed.id());
        PERMISSIONS.permit(caller, "Users", "reset-password", false, managed.id());

        List<Map<String, String>> rows = Csv.rows(send(
                caller.api(),
                "user,action,reason",
                managed.username() + ",require",
                managed.username() + ",reset,lost",
                seen.username() + ",require",
                hidden.username() + ",require",
                hidden.email() + ",require",
                hidden.id() + ",require"));

        assertThat(Csv.column(rows, "code"))
                .containsExactly("", "forbidden", "forbidden", "user_not_found", "user_not_found", "user_not_found");
        assertThat(status(managed).path("enrolled").asBoolean()).isTrue();
        assertThat(status(hidden).path("required").asBoolean()).isFalse();
    }

    @Test
    void X16_sentencesAreInTheLanguageOfTheCallAndCodesAreNot() {
        User ada = TENANT.user();
        Answer answer = send(root.in("de"), "user,action", "nobody,link", ada.username() + ",reset");

        assertThat(answer.headers().firstValue("Content-Language")).hasValue("de");
        assertThat(Csv.column(Csv.rows(answer), "message"))
                .containsExactly(
                        "Diesen Benutzer gibt es im Realm nicht.",
                        "Zum Zurücksetzen gehört ein Grund mit 1 bis 500 Zeichen.");
        assertThat(Csv.column(Csv.rows(answer), "code")).containsExactly("user_not_found", "reason_length");
    }

    private static Answer send(AdminApi caller, String... lines) {
        return caller.tryPost("/" + TENANT.name() + "/msp-mfa/bulk", "text/csv", String.join("\r\n", lines));
    }

    private static JsonNode status(User user) {
        return TENANT.admin().get("/" + TENANT.name() + "/msp-mfa/users/" + user.id());
    }

    private static List<String> recorded(User user, String what) {
        return TENANT.events().admin().stream()
                .filter(event -> event.path("resourcePath").asText().endsWith("users/" + user.id() + "/" + what))
                .map(JsonNode::toString)
                .toList();
    }
}
