// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The commands in {@code docs/admin-rest.md} work as described, with Keycloak's own client. */
class DocumentedCallsIT {
    private static final Path GUIDE = Path.of("..", "docs", "admin-rest.md");
    private static final Pattern BLOCK = Pattern.compile("^```sh\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern CALL =
            Pattern.compile("kcadm\\.sh (get|update|create|delete) (msp-mfa/[^ ]+)", Pattern.MULTILINE);
    private static final Map<String, String> METHODS =
            Map.of("get", "GET", "update", "PUT", "create", "POST", "delete", "DELETE");
    private static final int MINUTES = 5;

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
        String lines = BLOCK.matcher(Files.readString(GUIDE))
                .results()
                .map(block -> block.group(1))
                .collect(joining())
                .replace("http://localhost:8080", TENANT.server().base().toString())
                .replace(
                        "--user reseller --password demo",
                        "--user " + reseller.username() + " --password \"$PASSWORD\"")
                .replaceAll("\\bacme\\b", TENANT.name());
        Path output = home.resolve("output");

        int exit = run(home, output, reseller.password(), lines);

        String said = Files.readString(output);
        assertThat(exit).as(said).isZero();
        assertThat(said)
                .contains("\"usersAffected\"", "\"editable\"", "\"why\"", "\"adminsWithoutMfa\"", "\"compliant\"")
                .containsPattern("\"url\" : \"http.*action-token")
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

    private static int run(Path home, Path output, String password, String lines)
            throws IOException, InterruptedException {
        Path client = Path.of(System.getProperty("msp.mfa.distribution"), "bin", "kcadm.sh");
        String script = "set -eo pipefail\nkcadm.sh() { bash '" + client + "' \"$@\"; }\n" + lines;
        Path file = Files.writeString(home.resolve("lines.sh"), script, StandardCharsets.UTF_8);
        var builder = new ProcessBuilder("bash", file.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("KC_OPTS", "-XX:TieredStopAtLevel=1 -Duser.home=" + home);
        builder.environment().put("HOME", home.toString());
        builder.environment().put("PASSWORD", password);
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            return process.waitFor(MINUTES, TimeUnit.MINUTES) ? process.exitValue() : -1;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
