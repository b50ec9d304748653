// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.admin.Staff.Person;
import io.mspmfa.it.http.Http;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever an administrator of a tenant does to weaken its protection without touching the policy is told in master (A57). */
class WeakeningsIT {
    private static final String EFFECTS = "msp-mfa/named-roles/";

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional().exemptRoles("contractor", "ghost"));

    @RegisterExtension
    static final Staff STAFF = new Staff();

    @RegisterExtension
    static final MasterRecord RECORD = new MasterRecord(TENANT);

    private static Person admin;

    @BeforeAll
    static void people() {
        admin = STAFF.ofTenant(TENANT, "realm-admin");
        role("contractor");
    }

    @Test
    void A57_aRoleRenamedToTheExemptNameIsTold() {
        role("plain");

        admin.api().put(path("roles/plain"), Json.of("{'name': 'ghost'}"));

        RECORD.requireBy(admin.user(), "UPDATE", "roles/plain");
        JsonNode effect = RECORD.requireBy(admin.user(), "UPDATE", EFFECTS + "roles/plain");
        assertThat(effect.path("details").path("name").asText()).isEqualTo("ghost");
        assertThat(effect.path("details").path("roles").asText()).isEqualTo("ghost");
    }

    @Test
    void A57_aGroupMovedUnderAnExemptOneIsTold() {
        String exempt = admin.api().post(path("groups"), Json.of("{'name': 'exempt'}"));
        String group = admin.api().post(path("groups"), Json.of("{'name': 'sales'}"));
        admin.api().post(path("groups/" + exempt + "/role-mappings/realm"), Staff.list(role("contractor")));

        admin.api()
                .tryPost(path("groups/" + exempt + "/children"), Json.of("{'id': '" + group + "', 'name': 'sales'}"))
                .ok();

        RECORD.requireBy(admin.user(), "UPDATE", "groups/" + exempt + "/children");
        JsonNode effect = RECORD.requireBy(admin.user(), "UPDATE", EFFECTS + "groups/" + group);
        assertThat(effect.path("details").path("name").asText()).isEqualTo("/exempt/sales");
        assertThat(effect.path("details").path("roles").asText()).isEqualTo("contractor");
    }

    @Test
    void A57_aNewServiceAccountAndMappersThatForgeAUserAreTold() {
        String client =
                admin.api().post(path("clients"), Json.of("{'clientId': 'robot', 'serviceAccountsEnabled': true}"));
        RECORD.requireBy(admin.user(), "CREATE", "clients/" + client);

        for (String claim : List.of("sub", "preferred_username")) {
            String mapper = admin.api().post(path("clients/" + client + "/protocol-mappers/models"), hardcoded(claim));
            RECORD.requireBy(admin.user(), "CREATE", "clients/" + client + "/protocol-mappers/models/" + mapper);
        }
        String scope =
                admin.api().post(path("client-scopes"), Json.of("{'name': 'forged', 'protocol': 'openid-connect'}"));
        String mapper = admin.api().post(path("client-scopes/" + scope + "/protocol-mappers/models"), hardcoded("sub"));
        RECORD.requireBy(admin.user(), "CREATE", "client-scopes/" + scope + "/protocol-mappers/models/" + mapper);
    }

    /** No admin event of Keycloak's either. */
    @Test
    void A57_aClientThatRegistersItselfIsTold() {
        JsonNode made = Http.to(TENANT.uri("/clients-registrations/default"))
                .bearer(admin.login().get())
                .post(Json.of("{'clientId': 'selfmade', 'serviceAccountsEnabled': true}")
                        .toString())
                .ok()
                .json();

        assertThat(made.path("clientId").asText()).isEqualTo("selfmade");
        assertThat(RECORD.of("CREATE", "clients-registrations/selfmade")).isNotEmpty();
    }

    @Test
    void A57_whatIsHarmlessAndWhatTheResellerDoesIsNotTold() {
        User ada = TENANT.user();
        int before = RECORD.all().size();

        admin.api().tryPost(path("users/" + ada.id() + "/logout"), "{}").ok();
        TENANT.admin()
                .tryPost(path("users/" + ada.id() + "/role-mappings/realm"), Staff.list(role("contractor")))
                .ok();

        assertThat(RECORD.all()).hasSize(before);
    }

    private static JsonNode hardcoded(String claim) {
        return Json.of("{'name': '" + claim + "', 'protocol': 'openid-connect', 'protocolMapper':"
                + " 'oidc-hardcoded-claim-mapper', 'config': {'claim.name': '" + claim + "', 'claim.value': 'ada',"
                + " 'jsonType.label': 'String', 'access.token.claim': 'true', 'id.token.claim': 'true'}}");
    }

    /** The role, which is made if necessary. */
    private static JsonNode role(String name) {
        if (TENANT.admin().tryGet(path("roles/" + name)).status() == 404) {
            TENANT.admin().post(path("roles"), Json.of("{'name': '" + name + "'}"));
        }
        return TENANT.admin().get(path("roles/" + name));
    }

    private static String path(String what) {
        return "/" + TENANT.name() + "/" + what;
    }
}
