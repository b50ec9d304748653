// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.http.Http;
import io.mspmfa.it.http.Http.Form;
import io.mspmfa.it.realm.AdminApi;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import io.mspmfa.it.server.KeycloakServer;
import io.mspmfa.it.server.Servers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Users with rights: a tenant's in the tenant, and the reseller's in master, where they are removed at the end of the
 * class.
 */
public final class Staff implements AfterAllCallback {
    public static final String MASTER = "master";
    private static final String PASSWORD = "correct horse battery staple";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> inMaster = new ArrayList<>();

    /**
     * A caller.
     *
     * @param login gets an access token
     */
    public record Person(User user, AdminApi api, Supplier<String> login) {}

    /** A user of the tenant with some of Keycloak's own roles, or with none. */
    public Person ofTenant(Tenant tenant, String... roles) {
        User user = tenant.user();
        for (String role : roles) {
            grant(tenant.admin(), tenant.name(), "realm-management", user.id(), role);
        }
        return person(
                user, tenant.server(), () -> TestApp.passwordGrant(tenant, user).require("access_token"));
    }

    /** A user of master with these roles on the tenant's client there. */
    public Person reseller(Tenant tenant, String... roles) {
        Person person = ofMaster();
        grantOn(tenant, person, roles);
        return person;
    }

    /** Gives a user of master further roles on a tenant's client. */
    public void grantOn(Tenant tenant, Person person, String... roles) {
        for (String role : roles) {
            grant(superAdmin(), MASTER, tenant.name() + "-realm", person.user().id(), role);
        }
    }

    /** Gives a user of master some of Keycloak's own roles on master itself. */
    public void grantOnMaster(Person person, String... roles) {
        for (String role : roles) {
            grant(superAdmin(), MASTER, "master-realm", person.user().id(), role);
        }
    }

    /** A user of master without any rights. */
    public Person ofMaster() {
        String name = "msp-" + UUID.randomUUID().toString().substring(0, 8);
        String email = name + "@reseller.test";
        ObjectNode json = JSON.createObjectNode().put("username", name).put("email", email);
        json.put("firstName", "Grace").put("lastName", "Hopper").put("enabled", true);
        json.put("emailVerified", true);
        json.putArray("credentials").addObject().put("type", "password").put("value", PASSWORD);
        String id = superAdmin().post("/master/users", json);
        inMaster.add(id);
        User user = new User(id, name, email, PASSWORD);
        return person(user, Servers.shared(), () -> masterToken(user));
    }

    /** A role of the realm itself, such as master's create-realm. */
    public void grantRealmRole(String realm, Person person, String role) {
        JsonNode found = superAdmin().get("/" + realm + "/roles/" + role);
        superAdmin().post("/" + realm + "/users/" + person.user().id() + "/role-mappings/realm", list(found));
    }

    /** The administrator of the server. */
    public AdminApi superAdmin() {
        return new AdminApi(Servers.shared());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        AdminApi api = superAdmin();
        inMaster.forEach(id -> api.delete("/master/users/" + id));
    }

    static ArrayNode list(JsonNode... items) {
        return JSON.createArrayNode().addAll(List.of(items));
    }

    /** A client role, which is created by the granting administrator if necessary. */
    static void grant(AdminApi api, String realm, String clientId, String userId, String role) {
        String id = api.get("/" + realm + "/clients?clientId=" + clientId)
                .path(0)
                .path("id")
                .asText();
        JsonNode found = api.get("/" + realm + "/clients/" + id + "/roles/" + role);
        api.post("/" + realm + "/users/" + userId + "/role-mappings/clients/" + id, list(found));
    }

    /**
     * A role of this name on a client of the tenant, and on its management client if the tenant's administrator can
     * import one there.
     */
    void giveOwnRole(Tenant tenant, AdminApi admin, Person person, String role) {
        ObjectNode roles = JSON.createObjectNode().put("ifResourceExists", "SKIP");
        for (String client : List.of(TestApp.CLIENT, "realm-management")) {
            roles.withObjectProperty("roles")
                    .withObjectProperty("client")
                    .putArray(client)
                    .addObject()
                    .put("name", role);
            int imported =
                    admin.tryPost("/" + tenant.name() + "/partialImport", roles).status();
            if (imported == 200) {
                grant(tenant.admin(), tenant.name(), client, person.user().id(), role);
            }
        }
        assertThat(tenant.admin()
                        .get(tenant.userPath(person.user()) + "/role-mappings")
                        .toString())
                .contains(role);
    }

    private static Person person(User user, KeycloakServer server, Supplier<String> login) {
        return new Person(user, new AdminApi(server, login), login);
    }

    private static String masterToken(User user) {
        Form form = Form.of("grant_type", "password", "client_id", "admin-cli", "username", user.username());
        form.add("password", user.password());
        return Http.to(Servers.shared().uri("/realms/master/protocol/openid-connect/token"))
                .form(form)
                .ok()
                .json()
                .path("access_token")
                .asText();
    }
}
