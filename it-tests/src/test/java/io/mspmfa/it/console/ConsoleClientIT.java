// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.it.admin.Json;
import io.mspmfa.it.admin.Staff;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.http.Http;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client of the console, and signing in by it (L22). */
class ConsoleClientIT {
    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Tenant RENAMED = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Staff STAFF = new Staff();

    private static final ConsoleLogin CONSOLE = ConsoleLogin.in(TENANT);

    @Test
    void L22_theClientIsMadeWhenTheConsoleIsOpenedAndThenLeftAlone() {
        remove(TENANT);
        assertThat(clients(TENANT)).isEmpty();

        CONSOLE.open();
        JsonNode made = clients(TENANT);
        CONSOLE.open();
        TENANT.setPolicy(Policy.optional());

        assertThat(made).hasSize(1);
        assertThat(clients(TENANT)).as("after another visit, and a policy").isEqualTo(made);
        JsonNode client = made.path(0);
        assertThat(client.path("publicClient").asBoolean()).isTrue();
        assertThat(client.path("fullScopeAllowed").asBoolean()).isFalse();
        assertThat(client.path("implicitFlowEnabled").asBoolean()).isFalse();
        assertThat(client.path("directAccessGrantsEnabled").asBoolean()).isFalse();
        assertThat(client.path("serviceAccountsEnabled").asBoolean()).isFalse();
        assertThat(Json.texts(client.path("redirectUris")))
                .containsExactly("/realms/" + TENANT.name() + "/msp-mfa/console/");
        assertThat(client.path("notBefore").asInt())
                .as("nothing was ever wrong")
                .isZero();
    }

    @Test
    void L22_aDeletedClientComesBack() {
        User admin = STAFF.ofTenant(TENANT, "realm-admin").user();
        CONSOLE.tokens(admin);

        remove(TENANT);

        assertThat(CONSOLE.tokens(admin).hasNonNull("access_token")).isTrue();
    }

    @Test
    void L22_theClientMovesWithItsRealm() {
        User admin = STAFF.ofTenant(RENAMED, "realm-admin").user();
        ConsoleLogin.in(RENAMED).tokens(admin);
        String next = "moved-" + RENAMED.name();

        RENAMED.admin().put("/" + RENAMED.name(), Json.of("{'realm': '" + next + "'}"));
        ConsoleLogin renamed = ConsoleLogin.named(RENAMED, next);
        try {
            assertThat(Http.to(URI.create(renamed.page().toString().replaceFirst("/$", "")))
                            .get()
                            .location())
                    .contains(renamed.page());
            assertThat(renamed.api(admin)
                            .get("/" + renamed.encoded() + "/msp-mfa/me")
                            .path("may"))
                    .isNotEmpty();
        } finally {
            RENAMED.admin().put("/" + renamed.encoded(), Json.of("{'realm': '" + RENAMED.name() + "'}"));
        }
        assertThat(ConsoleLogin.in(RENAMED).tokens(admin).hasNonNull("access_token"))
                .isTrue();
    }

    @Test
    void L22_theClientGoesWithThePolicy() {
        Tenant leaving = Tenant.managed(Policy.optional());
        leaving.create();
        try {
            ConsoleLogin.in(leaving).open();
            assertThat(clients(leaving)).hasSize(1);

            leaving.admin().delete("/" + leaving.name() + "/msp-mfa/policy");

            assertThat(clients(leaving)).isEmpty();
            assertThat(ConsoleLogin.in(leaving).open().status()).isEqualTo(404);
        } finally {
            leaving.admin().delete("/" + leaving.name());
        }
    }

    @Test
    void L22_aCodeIsWorthNothingWithoutItsProof() {
        CONSOLE.open();
        String page = CONSOLE.page().toString();

        assertThat(errorOf(CONSOLE.login(page))).contains("code_challenge_method");
        assertThat(errorOf(CONSOLE.login(page, "code_challenge", "x".repeat(43), "code_challenge_method", "plain")))
                .contains("error=invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?x=1", "#/tenants", "index.html", "../", "/../../../account/", "%2f"})
    void L22_codesAreSentToThePageAndNowhereElse(String more) {
        CONSOLE.open();

        assertThat(Http.to(CONSOLE.loginWithProof(CONSOLE.page() + more)).get().status())
                .isEqualTo(400);
    }

    @Test
    void L22_aPageElsewhereGetsNoCode() {
        CONSOLE.open();

        assertThat(Http.to(CONSOLE.loginWithProof(ConsoleLogin.elsewhere()))
                        .get()
                        .status())
                .isEqualTo(400);
        assertThat(Http.to(CONSOLE.loginWithProof(
                                ConsoleLogin.inMaster(TENANT).page().toString()))
                        .get()
                        .status())
                .isEqualTo(400);
    }

    @Test
    void L22_tokensSayAsLittleAsPossible() {
        JsonNode tokens = CONSOLE.tokens(STAFF.ofTenant(TENANT, "realm-admin").user());

        String access = tokens.path("access_token").asText();
        JsonNode claims = Json.parse(
                new String(Base64.getUrlDecoder().decode(access.split("\\.", -1)[1]), StandardCharsets.UTF_8));
        assertThat(access.length()).isLessThan(1200);
        assertThat(claims.has("realm_access")).isFalse();
        assertThat(claims.has("resource_access")).isFalse();
        assertThat(claims.has("email")).isFalse();
        assertThat(claims.path("azp").asText()).isEqualTo(ConsoleLogin.CLIENT);
    }

    /** Whoever administers second factors needs one as well, where the policy says so. */
    @Test
    void L22_theConsoleAsksForTheSecondFactorLikeAnyOtherApp() {
        User admin = STAFF.ofTenant(TENANT, "realm-admin").user();
        CONSOLE.open();
        TENANT.setPolicy(Policy.required());
        try {
            CONSOLE.enterPassword(admin).expect(TotpPage.ID);
            assertThat(TENANT.sessions(admin)).isZero();
        } finally {
            TENANT.setPolicy(Policy.optional());
        }
    }

    private static String errorOf(URI login) {
        Answer answer = Http.to(login).get();
        return answer.location().map(URI::toString).orElse(answer.body());
    }

    private static JsonNode clients(Tenant tenant) {
        JsonNode found = tenant.admin().get("/" + tenant.name() + "/clients?clientId=" + ConsoleLogin.CLIENT);
        found.forEach(client -> ((ObjectNode) client).remove("access"));
        return found;
    }

    private static void remove(Tenant tenant) {
        clients(tenant)
                .forEach(client -> tenant.admin()
                        .delete("/" + tenant.name() + "/clients/"
                                + client.path("id").asText()));
    }
}
