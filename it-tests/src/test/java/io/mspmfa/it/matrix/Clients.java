// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.realm.Tenant;
import java.util.UUID;

/** Clients that the tenant's administrator registers, and the tokens that they get. */
final class Clients {

    static final String SECRET = "client-secret";

    private Clients() {}

    /** A confidential OIDC client. */
    static ObjectNode confidential(String id) {
        return confidential(id, TestApp.redirectUri().toString());
    }

    static ObjectNode confidential(String id, String redirect) {
        ObjectNode client = Administrator.JSON.createObjectNode();
        client.put("clientId", id).put("publicClient", false).put("secret", SECRET);
        client.putArray("redirectUris").add(redirect);
        return client;
    }

    /** Adds an attribute that is switched on. */
    static ObjectNode with(ObjectNode client, String attribute) {
        client.withObjectProperty("attributes").put(attribute, "true");
        return client;
    }

    /** Uses a custom flow instead of the realm's, {@code browser} or {@code direct_grant}. */
    static ObjectNode withFlow(ObjectNode client, String binding, String flowId) {
        client.withObjectProperty("authenticationFlowBindingOverrides").put(binding, flowId);
        return client;
    }

    static void add(Scene scene, ObjectNode client) {
        scene.admin().post("/clients", client).ok();
    }

    /** Requests tokens; further form fields as {@code name, value, ...}. */
    static TokenResult tokens(Tenant tenant, String client, String grant, String... fields) {
        String[] own = {"grant_type", grant, "client_id", client, "client_secret", SECRET};
        String[] all = new String[own.length + fields.length];
        System.arraycopy(own, 0, all, 0, own.length);
        System.arraycopy(fields, 0, all, own.length, fields.length);
        return TestApp.token(tenant, all);
    }

    static String unique(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
