// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.http.Http;
import io.mspmfa.it.realm.AdminApi;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What callers learn about themselves (L21): what {@code me} says must be what the calls do. */
class MeIT {
    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Tenant OTHER = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Staff STAFF = new Staff();

    @Test
    void L21_anOrdinaryUserMayNothing() {
        JsonNode me = STAFF.ofTenant(TENANT).api().get(in(TENANT.name()));

        assertThat(me.path("side").asText()).isEqualTo("tenant");
        assertThat(me.path("managed").asBoolean()).isTrue();
        assertThat(me.path("may")).isEmpty();
    }

    @Test
    void L21_aTenantsAdministratorsMayWhatTheirRolesSay() {
        assertThat(may(STAFF.ofTenant(TENANT, "view-users").api(), TENANT.name()))
                .containsExactly("view", "viewPolicy");
        assertThat(may(STAFF.ofTenant(TENANT, "manage-users").api(), TENANT.name()))
                .containsExactly("view", "manage", "viewPolicy");
        AdminApi admin = STAFF.ofTenant(TENANT, "realm-admin").api();
        assertThat(may(admin, TENANT.name())).containsExactly("view", "manage", "viewPolicy", "policy");

        TENANT.admin().put("/" + TENANT.name() + "/msp-mfa/branding", Json.of("{'tenantMayChange': true}"));

        assertThat(may(admin, TENANT.name())).contains("branding").doesNotContain("floor");
    }

    @Test
    void V3_aResellerMayWhatTheRolesForTheTenantSay() {
        AdminApi viewer = STAFF.reseller(TENANT, "view-mfa").api();
        AdminApi manager = STAFF.reseller(TENANT, "manage-mfa").api();

        assertThat(may(viewer, TENANT.name())).containsExactly("view", "viewPolicy");
        assertThat(may(viewer, OTHER.name())).isEmpty();
        assertThat(viewer.get(in(OTHER.name())).path("managed").isNull()).isTrue();
        assertThat(may(viewer, "master")).containsExactly("view");
        assertThat(may(manager, TENANT.name()))
                .containsExactly("view", "manage", "floor", "viewPolicy", "policy", "branding");
        assertThat(may(manager, "master")).containsExactly("view", "manage", "floor");
        assertThat(manager.get(in("master")).path("side").asText()).isEqualTo("reseller");
        assertThat(tenant(viewer).path("may").asText()).isEqualTo("view");
        assertThat(tenant(manager).path("may").asText()).isEqualTo("manage");
    }

    @Test
    void K3_theServersAdministratorSeesTheTeam() {
        assertThat(may(STAFF.superAdmin(), "master"))
                .containsExactly(
                        "view",
                        "manage",
                        "floor",
                        "viewPolicy",
                        "policy",
                        "branding",
                        "createTenant",
                        "viewTeam",
                        "manageTeam");
    }

    @Test
    void L21_keycloaksOwnRolesInMasterSayNothingAboutATenant() {
        AdminApi standard = STAFF.reseller(TENANT, "manage-realm", "manage-users", "view-users")
                .api();

        assertThat(may(standard, TENANT.name())).isEmpty();
        assertThat(may(standard, "master")).isEmpty();
    }

    @Test
    void L21_nobodyAndATokenOfAnotherTenantLearnNothing() {
        assertThat(Http.to(TENANT.server().uri("/admin/realms" + in(TENANT.name())))
                        .get()
                        .status())
                .isEqualTo(401);
        assertThat(STAFF.ofTenant(OTHER, "realm-admin")
                        .api()
                        .tryGet(in(TENANT.name()))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void L21_theAnswerIsNotKept() {
        assertThat(STAFF.superAdmin().tryGet(in("master")).headers().allValues("cache-control"))
                .containsExactly("no-store");
    }

    private static JsonNode tenant(AdminApi reseller) {
        return reseller.get("/master/msp-mfa/tenants?search=" + TENANT.name())
                .path("items")
                .path(0);
    }

    private static List<String> may(AdminApi caller, String realm) {
        return Json.texts(caller.get(in(realm)).path("may"));
    }

    private static String in(String realm) {
        return "/" + realm + "/msp-mfa/me";
    }
}
