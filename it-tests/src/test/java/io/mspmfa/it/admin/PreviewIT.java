// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a policy would do, reported without doing it (X3). */
class PreviewIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    /** One user has an app, three have none (one of them disabled), and one is a service account. */
    @BeforeAll
    static void people() {
        TENANT.userWithStockOtp("oldsecretoldsecretol");
        TENANT.user();
        TENANT.user();
        User disabled = TENANT.user();
        TENANT.changeUser(disabled, json -> json.put("enabled", false));
        TENANT.admin()
                .post(
                        "/" + TENANT.name() + "/clients",
                        Json.of("{'clientId': 'robot', 'publicClient': false, 'serviceAccountsEnabled': true,"
                                + " 'directAccessGrantsEnabled': true}"));
    }

    @Test
    void X3_requiredForAllShowsWhoIsAskedAndWhoMustEnrol() {
        JsonNode preview = preview("{'mode': 'required'}");

        assertThat(preview.path("usersAffected").asInt()).isEqualTo(2);
        assertThat(preview.path("mustEnrol").asInt()).isEqualTo(2);
        assertThat(preview.path("graceUntil").isNull()).isTrue();
        assertThat(preview.path("withoutUsableMethod").asInt()).isZero();
        assertThat(Json.texts(preview.path("blockedClients"))).contains("robot");
    }

    @Test
    void X3_graceModeOffAndRolesAreConsidered() {
        Instant end = Instant.parse(preview("{'mode': 'required', 'graceDays': 5}")
                .path("graceUntil")
                .asText());
        assertThat(Duration.between(Instant.now().plus(5, ChronoUnit.DAYS), end).abs())
                .isLessThan(Duration.ofMinutes(2));

        JsonNode off = preview("?layer=own", "{'mode': 'off'}");
        assertThat(off.path("usersAffected").asInt()).as("the one with the app").isEqualTo(1);
        assertThat(off.path("mustEnrol").asInt()).isZero();
        assertThat(preview("?layer=floor", "{'mode': 'off'}")
                        .path("usersAffected")
                        .asInt())
                .as("a floor can't weaken what the tenant asks for itself")
                .isZero();
        assertThat(off.path("blockedServiceAccounts").asInt()).isZero();

        assertThat(preview("{'mode': 'required', 'exemptRoles': ['offline_access']}")
                        .path("mustEnrol")
                        .asInt())
                .as("a role that all have by default")
                .isZero();
        assertThat(preview("{'mode': 'required', 'requiredRoles': ['realm-management.realm-admin']}")
                        .path("mustEnrol")
                        .asInt())
                .as("a role that nobody has")
                .isZero();
        assertThat(preview("{'mode': 'required', 'requiredRoles': ['gone']}")
                        .path("mustEnrol")
                        .asInt())
                .as("a role that there is not: everybody")
                .isEqualTo(2);
        assertThat(preview("{'mode': 'required', 'methods': ['sms'], 'sms': {'types': []}}")
                        .path("withoutUsableMethod")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void X3_nothingIsChangedOrRecorded() {
        String path = "/" + TENANT.name() + "/msp-mfa/";
        JsonNode policy = TENANT.admin().get(path + "policy");
        JsonNode users = TENANT.admin().get(path + "users");
        int events = TENANT.events().admin().size();

        preview("{'mode': 'required', 'graceDays': 5}");
        TENANT.admin()
                .tryPost(path + "policy/preview?layer=own", "{\"mode\": \"required\"}")
                .ok();

        assertThat(TENANT.admin().get(path + "policy")).isEqualTo(policy);
        assertThat(TENANT.admin().get(path + "users")).isEqualTo(users);
        assertThat(TENANT.events().admin()).hasSize(events);
    }

    private static JsonNode preview(String policy) {
        return preview("", policy);
    }

    private static JsonNode preview(String query, String policy) {
        return TENANT.admin()
                .tryPost("/" + TENANT.name() + "/msp-mfa/policy/preview" + query, Json.of(policy))
                .ok()
                .json();
    }
}
