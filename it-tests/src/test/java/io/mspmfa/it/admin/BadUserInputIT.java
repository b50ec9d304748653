// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.input.NoStackTraces;
import io.mspmfa.it.realm.AdminApi;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same for calls about users: their bodies, parameters, cursors and ids. */
class BadUserInputIT {
    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Staff STAFF = new Staff();

    @RegisterExtension
    final NoStackTraces log = new NoStackTraces(TENANT);

    private static User ada;
    private static Staff.Person grace;
    private static AdminApi api;
    private static String before = "";

    @BeforeAll
    static void people() {
        ada = TENANT.user();
        grace = STAFF.reseller(TENANT, "manage-mfa");
        api = grace.api();
        before = state();
    }

    @AfterEach
    void nothingIsChanged() {
        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "required | {} | required",
                "required | {'required': 'true'} | required",
                "required | {'required': 1} | required",
                "required | {'required': null} | required",
                "required | {'required': true, 'why': 'x'} | why",
                "reset | {'reason': ''} | reason",
                "reset | {'reason': ['lost']} | reason",
                "reset | {'reason': 'lost', 'force': true} | force",
                "enrolment-links | {'ttlSeconds': 59} | ttlSeconds",
                "enrolment-links | {'ttlSeconds': 601} | ttlSeconds",
                "enrolment-links | {'ttlSeconds': '600'} | ttlSeconds",
                "enrolment-links | {'ttlSeconds': 99999999999} | ttlSeconds",
                "enrolment-links | {'ttl': 600} | ttl"
            })
    void aRefusedCallAboutAUserNamesTheField(String what, String body, String field) {
        Answer refused = write(user(what), Json.of(body).toString());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("error").asText()).isEqualTo("invalid_request");
        assertThat(fields(refused)).containsExactly(field);
    }

    @Test
    void aReasonMustNotBeABook() {
        Answer refused = write(user("reset"), "{\"reason\": \"" + "x".repeat(501) + "\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(fields(refused)).containsExactly("reason");
    }

    @ParameterizedTest
    @CsvSource({
        "users?max=0, max",
        "users?max=501, max",
        "users?max=-1, max",
        "users?max=ten, max",
        "users?max=99999999999, max",
        "users?enrolled=maybe, enrolled",
        "users?method=pigeon, method",
        "users?after=broken, after",
        "users?after=e30, after"
    })
    void aRefusedListNamesTheParameter(String call, String parameter) {
        Answer refused = api.tryGet(path(call));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(fields(refused)).containsExactly(parameter);
    }

    @Test
    void aForgedCursorIsRefusedOrHarmless() {
        List<String> cursors = new ArrayList<>();
        String place = "{'time': 0, 'name': 'a', 'id': 'b'}";
        for (String json : List.of(
                "{}",
                "{'local': null, 'federated': null}",
                "{'local': 5}",
                "['x']",
                "null",
                "{'local': {'time': 0, 'name': '', 'id': 'b'}}",
                "{'local': {'time': 0, 'name': 'a', 'id': null}}",
                "{'local': {'time': 0, 'name': 'a\\u0000', 'id': 'b'}}",
                "{'local': {'time': 'soon', 'name': 'a', 'id': 'b'}}",
                "{'local': {'time': 99999999999999999999, 'name': 'a', 'id': 'b'}}",
                "{'local': " + place + ", 'd': 'e'}",
                "{'local': " + place + ", 'federated': {'time': 0, 'name': 'a'}}")) {
            cursors.add(encoded(json));
        }
        cursors.add("x".repeat(5000));
        cursors.forEach(
                cursor -> assertThat(api.tryGet(path("users?after=" + cursor)).status())
                        .as(cursor)
                        .isEqualTo(400));
        assertThat(api.tryGet(path("users?after=%00")).status())
                .as("Keycloak itself")
                .isEqualTo(400);
        for (String name : List.of("%27 or 1=1 --", "\\u0027 or 1=1 --")) {
            String sql = encoded("{'local': {'time': 0, 'name': '" + name + "', 'id': 'b'}}");
            assertThat(api.tryGet(path("users?after=" + sql)).status()).as(name).isEqualTo(200);
        }
    }

    @Test
    void unknownUsersAndRealmsAreNotFound() {
        Map<String, String> bodies =
                Map.of("required", "{\"required\": true}", "reset", "{\"reason\": \"x\"}", "enrolment-links", "{}");
        for (String id : List.of("nobody", "00000000-0000-0000-0000-000000000000", "%27%20or%201=1", "f:x:y", "%00")) {
            assertThat(api.tryGet(path("users/" + id)).status()).as(id).isIn(400, 404);
            bodies.forEach((what, body) -> assertThat(
                            write("users/" + id + "/" + what, body).status())
                    .as("%s of %s", what, id)
                    .isIn(400, 404));
        }
        assertThat(api.tryGet("/no-such-realm/msp-mfa/policy").status()).isEqualTo(404);
        assertThat(api.tryPut("/no-such-realm/msp-mfa/floor", "{}").status()).isEqualTo(404);
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Json.of(json).toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Answer write(String what, String body) {
        return what.startsWith("policy/") || what.endsWith("reset") || what.endsWith("enrolment-links")
                ? api.tryPost(path(what), body)
                : api.tryPut(path(what), body);
    }

    private static List<String> fields(Answer refused) {
        return refused.json().path("fields").findValuesAsText("field");
    }

    private static String state() {
        JsonNode policy = TENANT.admin().get(path("policy"));
        return policy + "\n" + TENANT.admin().get(path(user(""))) + "\n"
                + TENANT.events().admin().stream()
                        .filter(event -> event.path("resourcePath").asText().startsWith("msp-mfa"))
                        .count();
    }

    private static String user(String what) {
        return "users/" + ada.id() + (what.isEmpty() ? "" : "/" + what);
    }

    private static String path(String what) {
        return "/" + TENANT.name() + "/msp-mfa/" + what;
    }
}
