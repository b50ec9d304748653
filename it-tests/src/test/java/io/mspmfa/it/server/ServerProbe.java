// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.http.Http;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What the test-only provider JAR tells and does in one realm. */
public final class ServerProbe {

    private final KeycloakServer server;
    private final String realm;

    public ServerProbe(KeycloakServer server, String realm) {
        this.server = server;
        this.realm = realm;
    }

    /** All stored credentials of a user as they lie in the database: {@code id, type, label, secretData, credentialData}. */
    public JsonNode storedCredentials(String username) {
        return Http.to(uri("credentials?username=" + encode(username)))
                .get()
                .ok()
                .json();
    }

    public void deleteUser(String username) {
        Http.to(uri("delete-user?username=" + encode(username))).post("").ok();
    }

    /** Writes a realm attribute past every check. */
    public void setRealmAttribute(String name, String value) {
        Http.to(uri("realm-attribute?name=" + encode(name) + "&value=" + encode(value)))
                .put("")
                .ok();
    }

    public void setLogLevel(String logger, String level) {
        Http.to(uri("log?logger=" + logger + "&level=" + level)).put("").ok();
    }

    /** How many SQL statements the server prepares while this runs. */
    public long statementsDuring(Runnable work) {
        Http.to(uri("statements")).delete().ok();
        work.run();
        return Long.parseLong(Http.to(uri("statements")).get().ok().body());
    }

    private URI uri(String path) {
        return server.uri("/realms/" + realm + "/msp-mfa-test/" + path);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
