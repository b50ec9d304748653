// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The commands in {@code docs/admin-rest.md} work as described, with Keycloak's own client. */
class DocumentedCallsIT {
    private static final Path GUIDE = Path.of("..", "docs", "admin-rest.md");
    private static final Pattern CALL =
            Pattern.compile("kcadm\\.sh (get|update|create|delete) (msp-mfa/[^ ]+)", Pattern.MULTILINE);
    private static final Map<String, String> METHODS =
            Map.of("get", "GET", "update", "PUT", "create", "POST", "delete", "DELETE");

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Staff STAFF = new Staff();

    @Test
    void theCommandsInTheGuideWorkInOrder(@TempDir Path home) throws IOException, InterruptedException {
        var reseller = STAFF.reseller(TENANT, "manage-mfa").user();
        TENANT.admin()
                .post(
                        "/" + TENANT.name() + "/users",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("username", "alice")
                                .put("enabled", true));
        String lines = GuideLines.of(GUIDE)
                .replace("http://localhost:8080", TENANT.server().base().toString())
                .replace(
                        "--user reseller --password demo",
                        "--user " + reseller.username() + " --password \"$PASSWORD\"")
                .replaceAll("\\bacme\\b", TENANT.name());
        Path output = home.resolve("output");

        int exit = GuideLines.run(home, output, Map.of("PASSWORD", reseller.password()), lines);

        String said = Files.readString(output);
        assertThat(exit).as(said).isZero();
        assertThat(said)
                .contains("\"usersAffected\"", "\"editable\"", "\"why\"", "\"adminsWithoutMfa\"", "\"compliant\"")
                .containsPattern("\"url\" : \"http.*/msp-mfa/enrol\\?key=")
                .contains("2,alice,require,done", "3,alice,reset,done", "4,nobody,link,refused,user_not_found")
                .contains("\"done\" : [ \"" + TENANT.name() + "\" ]", "not_found");
        assertThat(TENANT.admin()
                        .get("/" + TENANT.name() + "/msp-mfa/policy")
                        .path("managed")
                        .asBoolean(true))
                .as("the guide cleans up")
                .isFalse();
    }

    @Test
    void theGuideShowsEveryDocumentedCall() throws IOException {
        Set<String> shown = new TreeSet<>();
        CALL.matcher(Files.readString(GUIDE))
                .results()
                .forEach(call -> shown.add(METHODS.get(call.group(1)) + " /admin/realms/{realm}/"
                        + call.group(2).replace("$USER_ID", "{id}").replace("<deviceId>", "{deviceId}")));

        assertThat(shown)
                .isEqualTo(OpenApi.read(Path.of("..", "docs", "openapi.yaml")).calls());
    }
}
