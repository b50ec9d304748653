// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.http.Answer;
import io.mspmfa.it.realm.AdminApi;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A parameter that a call doesn't have: its caller would believe that it had worked, and read everybody as filtered. */
class UnknownParametersIT {
    private static final OpenApi DOCUMENT = OpenApi.read(Path.of("..", "docs", "openapi.yaml"));

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @Test
    void everyCallRefusesThemAndDoesNothing() {
        String ada = TENANT.user().id();
        for (String call : DOCUMENT.calls()) {
            String[] parts = call.split(" ", 2);
            String path = parts[1].replaceFirst("^/admin/realms", "")
                    .replace("{realm}", parts[1].contains("/tenants") ? "master" : TENANT.name())
                    .replace("{id}", ada)
                    .replace("{deviceId}", "none");
            Answer answer = send(parts[0], path + "?no-such=1");

            assertThat(answer.status()).as(call).isEqualTo(400);
            assertThat(answer.json().path("fields").findValuesAsText("field"))
                    .as(call)
                    .containsExactly("no-such");
            assertThat(answer.json().at("/fields/0/code").asText()).isEqualTo("not_known");
            assertThat(DOCUMENT.problems(call, answer)).as(call).isEmpty();
        }
        assertThat(TENANT.admin()
                        .get("/" + TENANT.name() + "/msp-mfa/policy")
                        .path("managed")
                        .asBoolean())
                .isTrue();
    }

    private static Answer send(String method, String path) {
        AdminApi api = TENANT.admin();
        return switch (method) {
            case "GET" -> api.tryGet(path);
            case "PUT" -> api.tryPut(path, "{}");
            case "POST" -> api.tryPost(path, "{}");
            default -> api.tryDelete(path);
        };
    }
}
