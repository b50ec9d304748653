// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.realm.AdminApi;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import io.mspmfa.it.server.Servers;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The admin events of master, which keeps them during the class without details, about one tenant. */
final class MasterRecord implements BeforeAllCallback, AfterAllCallback {
    private static final String CONFIG = "/master/events/config";

    private final Tenant tenant;
    private final AdminApi root = new AdminApi(Servers.shared());

    MasterRecord(Tenant tenant) {
        this.tenant = tenant;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        root.put(CONFIG, Json.of("{'adminEventsEnabled': true, 'adminEventsDetailsEnabled': false}"));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        root.put(CONFIG, Json.of("{'adminEventsEnabled': false}"));
        root.delete("/master/admin-events");
    }

    /** The newest event with this operation and path in the tenant, which has to be there and to name who did it. */
    JsonNode requireBy(User actor, String operation, String path) {
        List<JsonNode> events = of(operation, path);
        assertThat(events).as("%s %s in %s", operation, path, all()).isNotEmpty();
        JsonNode event = events.get(0);
        assertThat(event.path("authDetails").path("userId").asText()).isEqualTo(actor.id());
        assertThat(event.has("representation")).isFalse();
        return event;
    }

    /** Newest first. */
    List<JsonNode> of(String operation, String path) {
        return all().stream()
                .filter(event -> operation.equals(event.path("operationType").asText()))
                .filter(event -> event.path("resourcePath").asText().equals(prefix() + path))
                .toList();
    }

    /** Newest first. */
    List<JsonNode> all() {
        return Json.list(root.get("/master/admin-events?max=2000")).stream()
                .filter(event -> event.path("resourceType").asText().equals("MSP_MFA"))
                .filter(event -> event.path("resourcePath").asText().startsWith(prefix()))
                .toList();
    }

    private String prefix() {
        return "tenants/" + tenant.name() + "/";
    }
}
