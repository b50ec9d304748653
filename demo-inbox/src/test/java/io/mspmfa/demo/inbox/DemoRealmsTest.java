// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.demo.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the demo's realms need so that their mails arrive in the inbox. */
class DemoRealmsTest {

    @ParameterizedTest
    @ValueSource(strings = {"acme", "globex", "initech"})
    void theRealmSendsToThisMachine(String name) throws IOException {
        JsonNode server = realm(name).path("smtpServer");

        assertThat(server.path("host").asText()).isEqualTo("localhost");
        assertThat(server.path("port").asText()).contains("MSP_MFA_DEMO_MAIL_PORT");
        assertThat(server.path("from").asText()).endsWith("@" + name + ".example");
        assertThat(server.has("password")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme", "globex", "initech"})
    void eachUserHasAVerifiedAddress(String name) throws IOException {
        assertThat(realm(name).path("users")).isNotEmpty().allSatisfy(user -> {
            assertThat(user.path("email").asText()).endsWith("@" + name + ".example");
            assertThat(user.path("emailVerified").asBoolean()).isTrue();
        });
    }

    @Test
    void M2_oneCanRegisterWhereItIsOptional() throws IOException {
        assertThat(realm("globex").path("registrationAllowed").asBoolean()).isTrue();
        assertThat(realm("globex").path("attributes").path("msp.mfa.policy").asText())
                .contains("\"mode\": \"optional\"");
    }

    @Test
    void A22_riskDecidesInOneOfThem() throws IOException {
        assertThat(realm("initech").path("attributes").path("msp.mfa.policy").asText())
                .contains("\"mode\": \"adaptive\"");
    }

    private static JsonNode realm(String name) throws IOException {
        return new ObjectMapper()
                .readTree(Path.of("..", "demo-realms", name + "-realm.json").toFile());
    }
}
