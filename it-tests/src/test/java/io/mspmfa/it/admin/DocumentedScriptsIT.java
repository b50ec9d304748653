// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The scripts in docs/applications.md, where every user needs a factor. */
class DocumentedScriptsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path GUIDE = Path.of("..", "docs", "applications.md");
    private static final String SECRET = "oldsecretoldsecretol";

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required());

    @Test
    void A13_scriptsWorkWithAServiceAccountOrWithACode(@TempDir Path home) throws IOException, InterruptedException {
        String automation = addAutomation();
        Staff.grant(TENANT.admin(), TENANT.name(), "realm-management", automation, "view-users");
        Staff.grant(TENANT.admin(), TENANT.name(), "realm-management", automation, "view-clients");
        User alice = TENANT.userWithStockOtp(SECRET);
        Staff.grant(TENANT.admin(), TENANT.name(), "realm-management", alice.id(), "view-users");
        String lines = GuideLines.of(GUIDE)
                .replace("http://localhost:8080", TENANT.server().base().toString())
                .replace("username=alice", "username=" + alice.username())
                .replaceAll("\\bacme\\b", TENANT.name());
        Map<String, String> variables = Map.of(
                "SECRET",
                "client-secret",
                "PASSWORD",
                alice.password(),
                "OTP",
                Phone.withStockSecret(SECRET, TENANT.clock()).freshCode());
        Path output = home.resolve("output");

        int exit = GuideLines.run(home, output, variables, lines);

        String said = Files.readString(output);
        assertThat(exit).as(said).isZero();
        assertThat(said.split(alice.username(), -1)).as(said).hasSize(3);
        assertThat(said).contains("automation");
    }

    /** The user id of its service account. */
    private static String addAutomation() {
        ObjectNode client =
                JSON.createObjectNode().put("clientId", "automation").put("secret", "client-secret");
        client.put("publicClient", false).put("serviceAccountsEnabled", true);
        String id = TENANT.admin().post("/" + TENANT.name() + "/clients", client);
        return TENANT.admin()
                .get("/" + TENANT.name() + "/clients/" + id + "/service-account-user")
                .path("id")
                .asText();
    }
}
