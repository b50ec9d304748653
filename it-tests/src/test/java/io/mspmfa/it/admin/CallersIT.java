// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.admin.Staff.Person;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.http.Http;
import io.mspmfa.it.realm.AdminApi;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import io.mspmfa.it.server.Servers;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each call by each kind of caller (V3, V19, L21, K3). */
class CallersIT {
    private static final List<Integer> REFUSED = List.of(401, 403);

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Tenant FOREIGN = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Staff STAFF = new Staff();

    private static final Map<String, @Nullable AdminApi> CALLERS = new LinkedHashMap<>();
    private static @Nullable User target;
    private static String newRealm = "";

    @BeforeAll
    static void people() {
        target = TENANT.user();
        newRealm = TENANT.name() + "-new";
        CALLERS.put("nobody", null);
        CALLERS.put("user", STAFF.ofTenant(TENANT).api());
        CALLERS.put("foreign", STAFF.ofTenant(FOREIGN, "realm-admin").api());
        CALLERS.put("viewer", STAFF.ofTenant(TENANT, "view-users").api());
        CALLERS.put("manager", STAFF.ofTenant(TENANT, "manage-users").api());
        AdminApi admin = STAFF.ofTenant(TENANT, "realm-admin").api();
        CALLERS.put("admin", admin);
        CALLERS.put("elsewhere", STAFF.reseller(FOREIGN, "manage-mfa").api());
        CALLERS.put("views", STAFF.reseller(TENANT, "view-mfa").api());
        CALLERS.put("manages", STAFF.reseller(TENANT, "manage-mfa").api());
        CALLERS.put("super", STAFF.superAdmin());
        CALLERS.put(
                "standard",
                STAFF.reseller(TENANT, "manage-realm", "view-realm", "manage-users", "view-users", "manage-clients")
                        .api());
        Person selfMade = STAFF.ofTenant(TENANT);
        STAFF.giveOwnRole(TENANT, admin, selfMade, "manage-mfa");
        CALLERS.put("selfmade", selfMade.api());
    }

    @AfterAll
    static void noRealmIsLeft() {
        TENANT.admin().tryDelete("/" + newRealm);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void V19_L21_eachCallChecksItsCallerItself(Call call, Map<String, Integer> expected) {
        Map<String, Integer> actual = new LinkedHashMap<>();
        String before = stateOf();
        expected.forEach((caller, status) -> {
            if (REFUSED.contains(status)) {
                actual.put(caller, call.by(caller).status());
                assertThat(call.brokenBy(caller).status())
                        .as("%s with a body and a user that don't exist", caller)
                        .isEqualTo(status);
            }
        });
        assertThat(stateOf()).as("what the refused have changed").isEqualTo(before);

        expected.forEach((caller, status) -> {
            if (!REFUSED.contains(status)) {
                actual.put(caller, call.by(caller).status());
                TENANT.admin().tryDelete("/" + newRealm);
            }
        });

        assertThat(actual).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @ParameterizedTest
    @MethodSource("resellers")
    void L22_aResellerSeesAndChangesOnlyTheirOwnTenants(String caller, boolean mine) {
        AdminApi api = api(caller);

        String seen = api.get("/master/msp-mfa/tenants?max=200").toString();
        Answer set = api.tryPut("/master/msp-mfa/tenants/floor", floorFor(TENANT.name()));

        assertThat(seen.contains('"' + TENANT.name() + '"')).isEqualTo(mine);
        assertThat(Json.texts(set.json().path("done")).contains(TENANT.name())).isEqualTo(mine);
        assertThat(set.json().path("failed").findValuesAsText("error"))
                .isEqualTo(mine ? List.of() : List.of("not_found"));
    }

    static Stream<Arguments> rows() {
        List<String[]> lines = CallersTable.TEXT
                .lines()
                .map(line -> line.trim().split(" +", -1))
                .toList();
        String[] callers = Arrays.copyOfRange(lines.get(0), 1, lines.get(0).length);
        return lines.stream().skip(1).map(line -> {
            Map<String, Integer> expected = new LinkedHashMap<>();
            for (int i = 0; i < callers.length; i++) {
                expected.put(callers[i], Integer.valueOf(line[i + 3]));
            }
            return Arguments.of(new Call(line[0], line[1], line[2]), expected);
        });
    }

    static Stream<Arguments> resellers() {
        return Stream.of(Arguments.of("manages", true), Arguments.of("super", true), Arguments.of("elsewhere", false));
    }

    /** Everything that a call could have changed, including records. */
    private static String stateOf() {
        AdminApi api = TENANT.admin();
        long events = TENANT.events().admin().stream()
                .filter(event -> "MSP_MFA".equals(event.path("resourceType").asText()))
                .count();
        return String.join(
                "\n",
                api.get("/" + TENANT.name() + "/msp-mfa/policy").toString(),
                api.get("/" + TENANT.name() + "/msp-mfa/users/" + targetId()).toString(),
                Long.toString(events),
                Integer.toString(api.tryGet("/" + newRealm).status()));
    }

    private static String targetId() {
        return Objects.requireNonNull(target).id();
    }

    private static AdminApi api(String caller) {
        return Objects.requireNonNull(CALLERS.get(caller), caller);
    }

    private static String floorFor(String realm) {
        return Json.of("{'realms': ['" + realm + "'], 'floor': {'mode': 'optional'}}")
                .toString();
    }

    private record Call(String method, String realm, String path) {
        Answer by(String caller) {
            return send(caller, path.replace("USER", targetId()), body());
        }

        Answer brokenBy(String caller) {
            return send(
                    caller, path.replace("USER", "nobody") + (path.contains("?") ? "&" : "?") + "force=x&max=x", "{");
        }

        private Answer send(String caller, String where, String body) {
            String address = "/" + realm.replace("REALM", TENANT.name()) + "/msp-mfa/" + where;
            AdminApi api = CALLERS.get(caller);
            if (api == null) {
                Http http = Http.to(Servers.shared().uri("/admin/realms" + address));
                return switch (method) {
                    case "GET" -> http.get();
                    case "PUT" -> http.put(body);
                    case "POST" -> http.post(body);
                    default -> http.delete();
                };
            }
            return switch (method) {
                case "GET" -> api.tryGet(address);
                case "PUT" -> api.tryPut(address, body);
                case "POST" -> api.tryPost(address, body);
                default -> api.tryDelete(address);
            };
        }

        private String body() {
            if (path.startsWith("users/")) {
                return "{" + (path.endsWith("required") ? "\"required\": true" : "")
                        + (path.endsWith("reset") ? "\"reason\": \"lost phone\"" : "") + "}";
            }
            return switch (path) {
                case "tenants" -> "{\"realm\": \"" + newRealm + "\"}";
                case "tenants/floor", "tenants/floor/preview" -> floorFor(TENANT.name());
                case "branding", "branding/preview" -> "{}";
                default -> "{\"mode\": \"optional\"}";
            };
        }

        @Override
        public String toString() {
            return method + " " + realm + " " + path;
        }
    }
}
