// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.it.admin.Json;
import io.mspmfa.it.admin.Staff;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.http.Http;
import io.mspmfa.it.realm.AdminApi;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody who may write a tenant's clients wants to have the tokens of those who use the console (V16, L22). */
class ConsoleTamperingIT {
    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Tenant LATER = Tenant.unmanaged();

    @RegisterExtension
    static final Staff STAFF = new Staff();

    private static final ConsoleLogin CONSOLE = ConsoleLogin.in(TENANT);
    private static final String CLIENTS = "/" + TENANT.name() + "/clients";

    private final AdminApi attacker =
            STAFF.ofTenant(TENANT, "manage-clients", "view-clients").api();

    /** With a new client, since a repaired one refuses what was issued while the test's clock was ahead. */
    @BeforeEach
    void theConsoleIsInUse() {
        if (client().has("id")) {
            TENANT.admin().delete(path());
        }
        CONSOLE.open();
    }

    @Test
    void V16_codesCanBeSentElsewhereByAnyOtherClientButNotByTheConsoles() {
        JsonNode app =
                attacker.get(CLIENTS + "?clientId=" + TestApp.OTHER_CLIENT).path(0);
        assertThat(redirected(attacker, app, "https://thief.example/").status())
                .as("of another client")
                .isEqualTo(204);

        Answer answer = redirected(attacker, client(), "https://thief.example/");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("errorMessage").asText()).contains(ConsoleLogin.CLIENT);
        assertThat(Http.to(CONSOLE.loginWithProof("https://thief.example/"))
                        .get()
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'enabled': false}",
                "{'fullScopeAllowed': true}",
                "{'publicClient': false, 'secret': 'known'}",
                "{'serviceAccountsEnabled': true, 'publicClient': false}",
                "{'directAccessGrantsEnabled': true}",
                "{'implicitFlowEnabled': true}",
                "{'webOrigins': ['*']}",
                "{'rootUrl': 'https://thief.example'}",
                "{'attributes': {'access.token.lifespan': '86400'}}",
                "{'attributes': {'pkce.code.challenge.method': ''}}",
                "{'attributes': {'client.use.lightweight.access.token.enabled': 'false'}}",
                "{'clientId': 'msp-mfa-console-2'}"
            })
    void V16_noSettingOfItCanBeChanged(String change) {
        ObjectNode changed = (ObjectNode) client().deepCopy();
        changed.setAll((ObjectNode) Json.of(change));
        if (change.contains("attributes")) {
            changed.set("attributes", ((ObjectNode) client().path("attributes").deepCopy()).setAll((ObjectNode)
                            Json.of(change).path("attributes")));
        }

        int status = attacker.tryPut(path(), changed).status();

        if (change.contains("clientId")) {
            CONSOLE.open(); // another name is another client, and the console gets its own again
        } else {
            assertThat(status).isEqualTo(403);
        }
        theConsoleWorks();
    }

    @Test
    void V16_noPartOfItCanBeChanged() {
        JsonNode mapper = Json.of("{'name': 'm', 'protocol': 'openid-connect',"
                + " 'protocolMapper': 'oidc-hardcoded-claim-mapper', 'config': {'claim.name': 'sub',"
                + " 'claim.value': 'x', 'access.token.claim': 'true', 'lightweight.claim': 'true'}}");
        String profile = TENANT.admin().get("/" + TENANT.name() + "/client-scopes").findParents("id").stream()
                .filter(scope -> scope.path("name").asText().equals("profile"))
                .map(scope -> scope.path("id").asText())
                .findFirst()
                .orElseThrow();
        JsonNode offline = TENANT.admin().get("/" + TENANT.name() + "/roles/offline_access");

        assertThat(attacker.tryPost(path() + "/protocol-mappers/models", mapper).status())
                .isEqualTo(403);
        assertThat(attacker.tryPut(path() + "/default-client-scopes/" + profile, Json.of("{}"))
                        .status())
                .isEqualTo(403);
        assertThat(attacker.tryPut(path() + "/optional-client-scopes/" + profile, Json.of("{}"))
                        .status())
                .isEqualTo(403);
        assertThat(TENANT.admin()
                        .tryPost(path() + "/scope-mappings/realm", Json.of("[" + offline.toString() + "]"))
                        .status())
                .as("by the server's administrator, and undone")
                .isEqualTo(204);
        assertThat(TENANT.admin().get(path() + "/scope-mappings/realm")).isEmpty();
        assertThat(attacker.tryPost(path() + "/registration-access-token", Json.of("{}"))
                        .status())
                .isEqualTo(403);
        theConsoleWorks();
    }

    /** Not refused, since whoever administers the server may do anything; but the console doesn't live with it. */
    @Test
    void L22_whatTheServersAdministratorChangesIsUndone() {
        User admin = STAFF.ofTenant(TENANT, "realm-admin").user();
        String early = CONSOLE.tokens(admin).path("access_token").asText();
        TENANT.clock().forward(Duration.ofSeconds(2));

        assertThat(redirected(TENANT.admin(), client(), ConsoleLogin.elsewhere())
                        .status())
                .isEqualTo(204);

        assertThat(Json.texts(client().path("redirectUris")))
                .containsExactly("/realms/" + TENANT.name() + "/msp-mfa/console/");
        assertThat(me(TENANT, early).status()).as("what was issued before").isEqualTo(401);
        theConsoleWorks();
    }

    /** Keycloak's client registration writes clients without an event that could be refused. */
    @Test
    void V16_aClientThatWasChangedByAnotherDoorIsNotTrusted() {
        String token = STAFF.ofTenant(TENANT, "manage-clients").login().get();
        ObjectNode changed = (ObjectNode) Http.to(TENANT.uri("/clients-registrations/default/" + ConsoleLogin.CLIENT))
                .bearer(token)
                .get()
                .ok()
                .json();
        changed.put("directAccessGrantsEnabled", true);
        Http.to(TENANT.uri("/clients-registrations/default/" + ConsoleLogin.CLIENT))
                .bearer(token)
                .put(changed.toString())
                .ok();
        User admin = STAFF.ofTenant(TENANT, "realm-admin").user();
        String stolen = grant(TENANT, admin).require("access_token");

        assertThat(me(TENANT, stolen).json().path("may"))
                .as("nothing is in its scope")
                .isEmpty();
        TENANT.clock().forward(Duration.ofSeconds(2));
        CONSOLE.open();

        assertThat(grant(TENANT, admin).signedIn()).isFalse();
        assertThat(me(TENANT, stolen).status()).isEqualTo(401);
        theConsoleWorks();
    }

    /** The attack is complete before the realm gets its policy: the thief has another administrator's token. */
    @Test
    void V16_aClientThatWasThereBeforeIsTakenOver() {
        LATER.admin()
                .post(
                        "/" + LATER.name() + "/clients",
                        Json.of("{'clientId': '" + ConsoleLogin.CLIENT + "', 'publicClient': true,"
                                + " 'directAccessGrantsEnabled': true, 'redirectUris': ['https://thief.example/*']}"));
        User admin = STAFF.ofTenant(LATER, "realm-admin").user();
        String stolen = grant(LATER, admin).require("access_token");
        assertThat(Http.to(LATER.server().uri("/admin/realms/" + LATER.name() + "/users"))
                        .bearer(stolen)
                        .get()
                        .status())
                .isEqualTo(200);
        LATER.clock().forward(Duration.ofSeconds(2));

        LATER.setFloor(Policy.optional());

        assertThat(me(LATER, stolen).status()).isEqualTo(401);
        assertThat(grant(LATER, admin).signedIn()).isFalse();
        assertThat(Http.to(ConsoleLogin.in(LATER).loginWithProof("https://thief.example/"))
                        .get()
                        .status())
                .isEqualTo(400);
        assertThat(ConsoleLogin.in(LATER).tokens(admin).hasNonNull("access_token"))
                .isTrue();
    }

    private static void theConsoleWorks() {
        User admin = STAFF.ofTenant(TENANT, "realm-admin").user();
        assertThat(CONSOLE.api(admin).get("/" + TENANT.name() + "/msp-mfa/me").path("may"))
                .isNotEmpty();
    }

    private static Answer redirected(AdminApi by, JsonNode client, String uri) {
        ObjectNode changed = client.deepCopy();
        changed.withArray("redirectUris").add(uri);
        return by.tryPut(CLIENTS + "/" + client.path("id").asText(), changed);
    }

    private static TokenResult grant(Tenant tenant, User user) {
        return TestApp.token(
                tenant,
                "grant_type",
                "password",
                "client_id",
                ConsoleLogin.CLIENT,
                "scope",
                "openid",
                "username",
                user.username(),
                "password",
                user.password());
    }

    private static Answer me(Tenant tenant, String token) {
        return Http.to(tenant.server().uri("/admin/realms/" + tenant.name() + "/msp-mfa/me"))
                .bearer(token)
                .get();
    }

    private static JsonNode client() {
        return TENANT.admin().get(CLIENTS + "?clientId=" + ConsoleLogin.CLIENT).path(0);
    }

    private static String path() {
        return CLIENTS + "/" + client().path("id").asText();
    }
}
