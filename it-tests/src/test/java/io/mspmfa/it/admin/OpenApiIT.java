// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.http.Answer;
import io.mspmfa.it.http.Http;
import io.mspmfa.it.realm.AdminApi;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The published description matches the running server exactly: the same calls, and the same fields. */
class OpenApiIT {
    private static final OpenApi DOCUMENT = OpenApi.read(Path.of("..", "docs", "openapi.yaml"));
    private static final String ROOT = "/admin/realms/{realm}/msp-mfa/";
    private static final List<String> METHODS = List.of("GET", "PUT", "POST", "DELETE");

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Tenant UNMANAGED = Tenant.unmanaged();

    @RegisterExtension
    static final Staff STAFF = new Staff();

    private static User ada;

    @BeforeAll
    static void people() {
        ada = TENANT.user();
        TENANT.userWithStockOtp("oldsecretoldsecretol");
    }

    @BeforeEach
    void optional() {
        TENANT.setPolicy(Policy.optional());
        TENANT.admin().delete("/" + TENANT.name() + "/msp-mfa/floor");
    }

    @AfterAll
    static void noRealmIsLeft() {
        TENANT.admin().tryDelete("/" + TENANT.name() + "-new");
    }

    @Test
    void exactlyTheDocumentedCallsExist() {
        Set<String> paths = new TreeSet<>();
        DOCUMENT.calls().forEach(call -> paths.add(call.substring(call.indexOf(' ') + 1)));
        Set<String> answering = new TreeSet<>();
        AdminApi nobodys = STAFF.ofMaster().api();
        for (String path : paths) {
            for (String method : METHODS) {
                // an existing call refuses this caller; a missing one is reported first
                int status = send(nobodys, method, fill(path), "{}").status();
                if (status == 403 || (status == 200 && path.equals(ROOT + "me"))) {
                    answering.add(method + " " + path);
                } else {
                    assertThat(status).as("%s %s", method, path).isIn(404, 405);
                }
            }
        }

        assertThat(DOCUMENT.calls()).isEqualTo(answering);
        assertThat(paths)
                .contains(ROOT + "policy", ROOT + "users/{id}/reset", ROOT + "tenants/floor")
                .hasSize(27);
    }

    @Test
    void examplesMatchTheirSchemas() {
        assertThat(DOCUMENT.wrongExamples()).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("calls")
    void responsesMatchTheirSchemas(int status, String method, String path, String query, String body) {
        Answer answer = send(
                TENANT.admin(), method, fill(ROOT + path) + query, Json.of(body).toString());

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        String described =
                ROOT + path.replace("USER", "{id}").replace("nobody", "{id}").replace("DEVICE", "{deviceId}");
        assertThat(DOCUMENT.problems(method + " " + described, answer))
                .as(answer.body())
                .isEmpty();
    }

    static Stream<Arguments> calls() {
        return Stream.of(OpenApiCalls.TEXT
                        .lines()
                        .map(line -> line.split("\\|", -1))
                        .toArray(String[][]::new))
                .map(cells -> Arguments.of(
                        Integer.valueOf(cells[0].trim()),
                        cells[1].trim(),
                        cells[2].trim(),
                        cells[3].trim(),
                        cells[4].trim()));
    }

    @Test
    void responsesFromMasterMatchTheirSchemas() {
        AdminApi root = TENANT.admin();
        String name = TENANT.name();
        assertFits("GET", "tenants", root.tryGet("/master/msp-mfa/tenants?search=" + name), 200);
        assertFits("GET", "tenants", root.tryGet("/master/msp-mfa/tenants?max=x"), 400);
        assertFits(
                "PUT",
                "tenants/floor",
                root.tryPut(
                        "/master/msp-mfa/tenants/floor",
                        Json.of("{'realms': ['" + name + "', 'no-such-realm'], 'floor': {'mode': 'optional'}}")),
                200);
        assertFits("PUT", "tenants/floor", root.tryPut("/master/msp-mfa/tenants/floor", "{}"), 400);
        assertFits(
                "POST",
                "tenants",
                root.tryPost(
                        "/master/msp-mfa/tenants",
                        Json.of("{'realm': '" + name + "-new', 'floor': {'mode': 'optional'}}")),
                201);
        assertFits(
                "POST",
                "tenants",
                root.tryPost("/master/msp-mfa/tenants", Json.of("{'realm': '" + name + "-new'}")),
                409);
        assertFits("PUT", "floor", root.tryPut("/master/msp-mfa/floor", "{}"), 400);
        String elsewhere = "/" + UNMANAGED.name() + "/msp-mfa/";
        assertFits("GET", "policy", root.tryGet(elsewhere + "policy"), 200);
        String user = "users/" + UNMANAGED.user().id();
        assertFits("GET", "users/{id}", root.tryGet(elsewhere + user), 200);
        assertFits(
                "PUT", "users/{id}/required", root.tryPut(elsewhere + user + "/required", "{\"required\": true}"), 409);
        assertFits(
                "POST", "users/{id}/enrolment-links", root.tryPost(elsewhere + user + "/enrolment-links", "{}"), 409);
        assertFits("GET", "policy", root.tryGet("/no-such-realm/msp-mfa/policy"), 404);
        assertFits("GET", "policy", send(null, "GET", "/admin/realms/master/msp-mfa/policy", ""), 401);
    }

    @Test
    void furtherResponsesFromMasterMatchTheirSchemas() {
        AdminApi root = TENANT.admin();
        String name = TENANT.name();
        assertFits("GET", "me", root.tryGet("/master/msp-mfa/me"), 200);
        assertFits("GET", "tenants", root.tryGet("/master/msp-mfa/tenants?sort=users&order=desc&total=true"), 200);
        assertFits("GET", "tenants/summary", root.tryGet("/master/msp-mfa/tenants/summary"), 200);
        assertFits("GET", "tenants/users", root.tryGet("/master/msp-mfa/tenants/users?search=ada"), 200);
        assertFits("GET", "tenants/users", root.tryGet("/master/msp-mfa/tenants/users"), 400);
        assertFits("GET", "tenants/activity", root.tryGet("/master/msp-mfa/tenants/activity?max=3"), 200);
        assertFits("GET", "tenants/activity", root.tryGet("/master/msp-mfa/tenants/activity?after=x"), 400);
        assertFits("GET", "tenants.csv", root.tryGet("/master/msp-mfa/tenants.csv?search=" + name), 200);
        assertFits("GET", "tenants.csv", root.tryGet("/master/msp-mfa/tenants.csv?max=1"), 400);
        assertFits(
                "POST",
                "tenants/floor/preview",
                root.tryPost(
                        "/master/msp-mfa/tenants/floor/preview?merge=true",
                        Json.of("{'realms': ['" + name + "', 'no-such-realm'], 'floor': {'mode': 'required'}}")),
                200);
    }

    private static void assertFits(String method, String path, Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(DOCUMENT.problems(method + " " + ROOT + path, answer))
                .as(answer.body())
                .isEmpty();
    }

    private static Answer send(@Nullable AdminApi api, String method, String path, String body) {
        String below = path.replaceFirst("^/admin/realms", "");
        if (api == null) {
            Http http = Http.to(TENANT.server().uri(path));
            return switch (method) {
                case "GET" -> http.get();
                case "PUT" -> http.put(body);
                case "POST" -> http.post(body);
                default -> http.delete();
            };
        }
        return switch (method) {
            case "GET" -> api.tryGet(below);
            case "PUT" -> api.tryPut(below, body);
            case "POST" -> api.tryPost(below, body);
            default -> api.tryDelete(below);
        };
    }

    private static String fill(String path) {
        return path.replace("{realm}", path.contains("/tenants") ? "master" : TENANT.name())
                .replace("{id}", ada.id())
                .replace("USER", ada.id())
                .replace("{deviceId}", "none")
                .replace("DEVICE", "none");
    }
}
