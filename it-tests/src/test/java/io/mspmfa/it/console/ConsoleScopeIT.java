// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.admin.Json;
import io.mspmfa.it.admin.Staff;
import io.mspmfa.it.admin.Staff.Person;
import io.mspmfa.it.realm.AdminApi;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import io.mspmfa.it.server.KeycloakServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What tokens of the console open: this extension's REST API, as far as the caller's roles go, and nothing else (L22). */
class ConsoleScopeIT {
    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Tenant OTHER = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Staff STAFF = new Staff();

    private static final ConsoleLogin OF_TENANT = ConsoleLogin.in(TENANT);
    private static final ConsoleLogin OF_RESELLERS = ConsoleLogin.inMaster(TENANT);

    @Test
    void L21_inTheConsoleATenantsAdministratorsMayWhatTheyMayElsewhere() {
        for (String role : List.of("view-users", "manage-users", "view-realm", "realm-admin")) {
            Person admin = STAFF.ofTenant(TENANT, role);
            assertThat(may(OF_TENANT.api(admin.user()), TENANT.name()))
                    .as(role)
                    .isNotEmpty()
                    .isEqualTo(may(admin.api(), TENANT.name()));
        }
        assertThat(may(OF_TENANT.api(TENANT.user()), TENANT.name())).isEmpty();
    }

    @Test
    void L21_andSoMayResellers() {
        for (String role : List.of("view-mfa", "manage-mfa")) {
            Person reseller = STAFF.reseller(TENANT, role);
            AdminApi console = OF_RESELLERS.api(reseller.user());
            assertThat(may(console, "master")).as(role).isNotEmpty().isEqualTo(may(reseller.api(), "master"));
            assertThat(may(console, TENANT.name())).isNotEmpty().isEqualTo(may(reseller.api(), TENANT.name()));
            assertThat(may(console, OTHER.name())).isEmpty();
            assertThat(console.get("/master/msp-mfa/tenants").path("items"))
                    .hasSize(1)
                    .first()
                    .satisfies(row -> assertThat(row.path("realm").asText()).isEqualTo(TENANT.name()));
        }
        assertThat(may(OF_RESELLERS.api(STAFF.ofMaster().user()), "master")).isEmpty();
    }

    @Test
    void K3_andSoMaysTheServersAdministrator() {
        User admin = new User("", KeycloakServer.ADMIN, "", KeycloakServer.ADMIN);
        AdminApi console = OF_RESELLERS.api(admin);

        assertThat(may(console, "master"))
                .contains("viewTeam", "createTenant")
                .isEqualTo(may(STAFF.superAdmin(), "master"));
        assertThat(console.get("/master/msp-mfa/users").path("items")).isNotEmpty();
        assertThat(console.tryGet("/master/users").status()).isEqualTo(403);
        assertThat(console.tryGet("/" + TENANT.name() + "/clients").status()).isEqualTo(403);
        assertThat(console.tryPost("", Json.of("{'realm': 'stolen'}")).status()).isEqualTo(403);
    }

    /** With any other client, the same reseller gets at the users themselves. */
    @Test
    void L22_aResellersTokenOpensNothingOfKeycloaks() {
        Person reseller = STAFF.reseller(TENANT, "manage-mfa", "manage-users", "manage-realm");
        String user = "/" + TENANT.name() + "/users/" + TENANT.user().id();
        assertThat(reseller.api().tryGet(user).status()).as("by another client").isEqualTo(200);

        AdminApi console = OF_RESELLERS.api(reseller.user());

        assertThat(console.tryGet("/" + TENANT.name() + "/msp-mfa/users").status())
                .isEqualTo(200);
        assertThat(console.tryGet(user).status()).isEqualTo(403);
        assertThat(console.tryGet("/" + TENANT.name() + "/users").status()).isEqualTo(403);
        assertThat(console.tryPut("/" + TENANT.name(), Json.of("{'displayName': 'x'}"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void L22_norDoesATenantsAdministrators() {
        Person admin = STAFF.ofTenant(TENANT, "realm-admin");
        String realm = "/" + TENANT.name();
        String victim = realm + "/users/" + TENANT.user().id();
        assertThat(admin.api().tryGet(realm + "/clients").status())
                .as("by another client")
                .isEqualTo(200);

        AdminApi console = OF_TENANT.api(admin.user());

        assertThat(console.tryGet(realm + "/msp-mfa/users").status()).isEqualTo(200);
        assertThat(List.of("/clients", "/users", "/roles", "/events", "/identity-provider/instances"))
                .allSatisfy(path -> assertThat(console.tryGet(realm + path).status())
                        .as(path)
                        .isEqualTo(403));
        assertThat(console.tryPut(victim + "/reset-password", Json.of("{'type': 'password', 'value': 'mine'}"))
                        .status())
                .isEqualTo(403);
        assertThat(console.tryGet("/" + OTHER.name() + "/msp-mfa/me").status()).isEqualTo(403);
    }

    @Test
    void V5_aTenantMadeInTheConsoleIsThereAtOnce() {
        Person maker = STAFF.ofMaster();
        STAFF.grantRealmRole(Staff.MASTER, maker, "create-realm");
        AdminApi console = OF_RESELLERS.api(maker.user());
        String name = TENANT.name() + "-made";
        try {
            int status = console.tryPost(
                            "/master/msp-mfa/tenants",
                            Json.of("{'realm': '" + name + "', 'floor': {'mode': 'optional'}}"))
                    .status();

            assertThat(status).isEqualTo(201);
            assertThat(may(console, name)).contains("manage", "floor");
            assertThat(console.get("/master/msp-mfa/tenants").path("items")).hasSize(1);
        } finally {
            STAFF.superAdmin().delete("/" + name);
        }
    }

    private static List<String> may(AdminApi caller, String realm) {
        JsonNode me = caller.get("/" + realm + "/msp-mfa/me");
        return Json.texts(me.path("may"));
    }
}
