// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.it.admin.Staff.Person;
import io.mspmfa.it.realm.Tenant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Keycloak's fine-grained admin permissions of a tenant, all of which are removed after each test: a permission for one
 * caller denies the same to everybody else.
 */
final class AdminPermissions implements BeforeAllCallback, AfterEachCallback {
    private final Tenant tenant;
    private String server = "";

    AdminPermissions(Tenant tenant) {
        this.tenant = tenant;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        tenant.change(realm -> realm.put("adminPermissionsEnabled", true));
        String clients = "/" + tenant.name() + "/clients";
        String client = tenant.admin()
                .get(clients + "?clientId=admin-permissions")
                .path(0)
                .path("id")
                .asText();
        server = clients + "/" + client + "/authz/resource-server/";
    }

    @Override
    public void afterEach(ExtensionContext context) {
        for (JsonNode permission : Json.list(tenant.admin().get(server + "permission?max=100"))) {
            String id = permission.path("id").asText();
            tenant.admin().delete(server + "permission/scope/" + id);
        }
    }

    /** Allows or denies something to a caller, for the given groups or users, or for all. */
    void permit(Person caller, String type, String scope, boolean allowed, String... resources) {
        ObjectNode policy = named();
        policy.put("logic", allowed ? "POSITIVE" : "NEGATIVE");
        policy.putArray("users").add(caller.user().id());
        JsonNode made =
                tenant.admin().tryPost(server + "policy/user", policy).ok().json();
        ObjectNode permission = named().put("resourceType", type);
        permission.putArray("scopes").add(scope);
        permission.putArray("policies").add(made.path("id").asText());
        List.of(resources).forEach(permission.putArray("resources")::add);
        tenant.admin().tryPost(server + "permission/scope", permission).ok();
    }

    private static ObjectNode named() {
        return (ObjectNode) Json.of("{'name': '" + UUID.randomUUID() + "'}");
    }
}
