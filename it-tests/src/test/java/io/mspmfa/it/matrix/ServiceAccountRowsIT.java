// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.realm.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A tenant's administrator turns a person into the service account of a client (A13, R31). */
class ServiceAccountRowsIT {

    @RegisterExtension
    final Matrix matrix = Matrix.perRow();

    /** A partial import overwrites the user; the client then gets tokens that say the person's name. */
    @Test
    void R31_aPersonBecomesAServiceAccount() {
        matrix.row(scene -> {
                    scene.enforce();
                    User victim = scene.victim();
                    String client = serviceClient(scene);
                    overwrite(scene, victim, client);
                    return Loot.of(scene, victim, Clients.tokens(scene.tenant(), client, "client_credentials"));
                })
                .worksOnStock()
                .endsAt("interaction_required");
    }

    /** With the name of a service account, but a password as well. */
    @Test
    void R31_aServiceAccountWithAPasswordIsAPerson() {
        matrix.inManagedRealms(scene -> {
            scene.enforce();
            String client = serviceClient(scene);
            String account = accountOf(scene, client);
            assertThat(Clients.tokens(scene.tenant(), client, "client_credentials")
                            .signedIn())
                    .isTrue();
            User withPassword =
                    new User(account, "service-account-" + client, client + "@acme.test", "their own password");
            overwrite(scene, withPassword, client);

            TokenResult refused = Clients.tokens(scene.tenant(), client, "client_credentials");

            assertThat(refused.error()).as(refused.body().toString()).isEqualTo("interaction_required");
        });
    }

    /** Whoever is not Keycloak's own service account stays in the list and in the numbers. */
    @Test
    void R31_aPersonDoesNotVanishFromTheList() {
        matrix.inManagedRealms(scene -> {
            scene.enforce();
            User victim = scene.newcomer();
            String client = serviceClient(scene);
            long before = total(scene);

            overwrite(scene, victim, client);

            JsonNode users = scene.tenant().admin().get(path(scene, "/users?search=" + victim.username()));
            assertThat(users.findValuesAsText("username")).contains(victim.username());
            assertThat(users.findValuesAsText("username")).noneMatch(name -> name.startsWith("service-account-"));
            assertThat(total(scene)).isEqualTo(before);
        });
    }

    private static void overwrite(Scene scene, User victim, String client) {
        if (!accountOf(scene, client).equals(victim.id())) {
            scene.admin().delete("/users/" + accountOf(scene, client)).ok();
        }
        ObjectNode json = Administrator.JSON.createObjectNode().put("ifResourceExists", "OVERWRITE");
        json.putArray("users")
                .addObject()
                .put("id", victim.id())
                .put("username", victim.username())
                .put("email", victim.email())
                .put("enabled", true)
                .put("serviceAccountClientId", client)
                .putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", victim.password());
        scene.admin().post("/partialImport", json).ok();
    }

    private static String serviceClient(Scene scene) {
        String id = Clients.unique("service");
        Clients.add(scene, Clients.confidential(id).put("serviceAccountsEnabled", true));
        return id;
    }

    private static String accountOf(Scene scene, String client) {
        String id = scene.admin().idOfClient(client);
        return scene.admin()
                .get("/clients/" + id + "/service-account-user")
                .path("id")
                .asText();
    }

    private static long total(Scene scene) {
        return scene.tenant().admin().get(path(scene, "/summary")).path("users").asLong();
    }

    private static String path(Scene scene, String rest) {
        return "/" + scene.tenant().name() + "/msp-mfa" + rest;
    }
}
