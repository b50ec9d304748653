// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.admin.Staff.Person;
import io.mspmfa.it.http.Http;
import io.mspmfa.it.http.Http.Form;
import io.mspmfa.it.realm.AdminApi;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Calls in master: a policy for the reseller's own staff (K18), new tenants (V5), and setting many floors at once. */
class MasterIT {
    private static final String ROLE = "mfa-staff";

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Tenant SECOND = Tenant.unmanaged();

    @RegisterExtension
    static final Staff STAFF = new Staff();

    private final AdminApi root = STAFF.superAdmin();

    @AfterEach
    void nothingIsLeftOfAnyPolicy() {
        root.delete("/master/msp-mfa/policy");
        root.delete("/" + TENANT.name() + "/msp-mfa/floor");
    }

    @Test
    void K18_theResellersStaffHasItsOwnPolicy() {
        root.post("/master/roles", Json.of("{'name': '" + ROLE + "'}"));
        Person grace = STAFF.ofMaster();
        STAFF.grantRealmRole(Staff.MASTER, grace, ROLE);
        Person other = STAFF.ofMaster();

        root.put("/master/msp-mfa/policy", Json.of("{'mode': 'required', 'requiredRoles': ['" + ROLE + "']}"));

        assertThat(grant(grace.user()).path("error").asText()).isEqualTo("interaction_required");
        assertThat(grant(other.user()).hasNonNull("access_token")).isTrue();
        assertThat(TENANT.admin()
                        .get("/" + TENANT.name() + "/msp-mfa/policy")
                        .path("effective")
                        .path("mode")
                        .asText())
                .as("the tenants' policies are others")
                .isEqualTo("optional");
        root.delete("/master/msp-mfa/policy");
        assertThat(grant(grace.user()).hasNonNull("access_token")).isTrue();
        root.delete("/master/roles/" + ROLE);
    }

    @Test
    void V5_anyoneWhoMayCreateRealmsCreatesATenantWithItsFloorInOneCall() {
        Person maker = STAFF.ofMaster();
        STAFF.grantRealmRole(Staff.MASTER, maker, "create-realm");
        String name = TENANT.name() + "-v5";
        try {
            JsonNode made = maker.api()
                    .tryPost(
                            "/master/msp-mfa/tenants",
                            Json.of("{'realm': '" + name + "', 'displayName': 'Ämter & Söhne',"
                                    + " 'floor': {'mode': 'required', 'graceDays': 3}}"))
                    .ok()
                    .json();

            assertThat(made.path("realm").asText()).isEqualTo(name);
            JsonNode realm = root.get("/" + name);
            assertThat(realm.path("displayName").asText()).isEqualTo("Ämter & Söhne");
            assertThat(realm.path("enabled").asBoolean()).isTrue();
            JsonNode policy = maker.api().get("/" + name + "/msp-mfa/policy");
            assertThat(policy.path("floor")).isEqualTo(Json.of("{'mode': 'required', 'graceDays': 3}"));
            assertThat(maker.api()
                            .tryPut("/" + name + "/msp-mfa/floor", Json.of("{'mode': 'required'}"))
                            .status())
                    .as("who makes a tenant manages it")
                    .isEqualTo(204);
            assertThat(maker.api()
                            .tryPost("/master/msp-mfa/tenants", Json.of("{'realm': '" + name + "'}"))
                            .status())
                    .isEqualTo(409);
        } finally {
            root.tryDelete("/" + name);
        }
    }

    @Test
    void V5_aRefusedTenantLeavesNothingBehind() {
        String name = TENANT.name() + "-refused";
        for (String floor :
                List.of("{'mode': 'sometimes'}", "{'mode': 'required', 'methods': ['sms'], 'sms': {'types': []}}")) {
            int status = root.tryPost(
                            "/master/msp-mfa/tenants", Json.of("{'realm': '" + name + "', 'floor': " + floor + "}"))
                    .status();

            assertThat(status).isIn(400, 409);
            assertThat(root.tryGet("/" + name).status()).isEqualTo(404);
            assertThat(root.get("/master/clients?clientId=" + name + "-realm")).isEmpty();
        }
    }

    @Test
    void V3_oneFloorForManyTenantsIsSetWherePossibleAndTheRestIsListed() {
        TENANT.change(realm -> realm.put("displayName", "first"));
        Person reseller = STAFF.reseller(TENANT, "manage-mfa");
        STAFF.grantOn(SECOND, reseller, "view-mfa");
        String realms = "['" + TENANT.name() + "', '" + SECOND.name() + "', 'no-such-realm', 'master']";

        JsonNode answer = reseller.api()
                .tryPut(
                        "/master/msp-mfa/tenants/floor",
                        Json.of("{'realms': " + realms + ", 'floor': {'mode': 'optional', 'graceDays': 2}}"))
                .ok()
                .json();

        assertThat(answer)
                .isEqualTo(
                        Json.of(
                                "{'done': ['" + TENANT.name() + "'], 'failed': ["
                                        + "{'realm': '" + SECOND.name() + "', 'error': 'not_found'},"
                                        + "{'realm': 'no-such-realm', 'error': 'not_found'}, {'realm': 'master', 'error': 'not_found'}]}"));
        assertThat(floorOf(TENANT)).isEqualTo(Json.of("{'mode': 'optional', 'graceDays': 2}"));
        assertThat(floorOf(SECOND).isNull()).as("he may look at it only").isTrue();
    }

    @Test
    void L22_theListOfTenantsShowsTheirStateAndIsPaged() {
        TENANT.setFloor(Policy.required());
        TENANT.userWithStockOtp("oldsecretoldsecretol");
        Person reseller = STAFF.reseller(TENANT, "view-mfa");
        STAFF.grantOn(SECOND, reseller, "manage-mfa");

        JsonNode first = reseller.api().get("/master/msp-mfa/tenants?max=1");
        JsonNode second = reseller.api()
                .get("/master/msp-mfa/tenants?max=1&after=" + first.path("next").asText());

        assertThat(second.path("next").isNull()).isTrue();
        Map<String, JsonNode> tenants = Map.of(
                first.path("items").path(0).path("realm").asText(),
                        first.path("items").path(0),
                second.path("items").path(0).path("realm").asText(),
                        second.path("items").path(0));
        assertThat(tenants).containsOnlyKeys(TENANT.name(), SECOND.name());
        JsonNode enforced = tenants.get(TENANT.name());
        assertThat(enforced.path("mode").asText()).isEqualTo("required");
        assertThat(enforced.path("floor")).isEqualTo(Json.of("{'mode': 'required'}"));
        assertThat(enforced.path("users").asInt()).isEqualTo(1);
        assertThat(enforced.path("enrolled").asInt()).isEqualTo(1);
        assertThat(enforced.path("adminsWithoutMfa").asInt()).isZero();
        assertThat(enforced.path("compliant").asBoolean()).isTrue();
        assertThat(tenants.get(SECOND.name()).path("mode").isNull()).isTrue();
        assertThat(tenants.get(SECOND.name()).path("compliant").asBoolean(true)).isFalse();
        STAFF.ofTenant(TENANT, "manage-users");
        JsonNode again = reseller.api().get("/master/msp-mfa/tenants?search=" + TENANT.name());
        assertThat(again.path("items").path(0).path("adminsWithoutMfa").asInt()).isEqualTo(1);
        assertThat(again.path("items").path(0).path("compliant").asBoolean(true))
                .isFalse();
    }

    private JsonNode floorOf(Tenant tenant) {
        return root.get("/" + tenant.name() + "/msp-mfa/policy").path("floor");
    }

    private static JsonNode grant(User user) {
        Form form = Form.of("grant_type", "password", "client_id", "admin-cli", "username", user.username());
        form.add("password", user.password());
        return Http.to(TENANT.server().uri("/realms/master/protocol/openid-connect/token"))
                .form(form)
                .json();
    }
}
