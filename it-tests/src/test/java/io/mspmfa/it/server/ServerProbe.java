// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.http.Http;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the test-only provider JAR reports and does in one realm. */
public final class ServerProbe {

    public static final String UPDATE_GATE = "msp-mfa-test-gate";

    public static final String BROKEN_COMMIT = "msp-mfa-test-broken-commit";

    private final KeycloakServer server;
    private final String realm;

    public ServerProbe(KeycloakServer server, String realm) {
        this.server = server;
        this.realm = realm;
    }

    /** All stored credentials of a user, as in the database: {@code id, type, label, secretData, credentialData}. */
    public JsonNode storedCredentials(String username) {
        return Http.to(uri("credentials?username=" + encode(username)))
                .get()
                .ok()
                .json();
    }

    /** The credential types that the JAR under test treats as second factors. */
    public List<String> credentialTypesOfFactors() {
        List<String> types = new ArrayList<>();
        Http.to(uri("factor-types")).get().ok().json().forEach(type -> types.add(type.asText()));
        return types;
    }

    /** How many failures of a user Keycloak's detection has counted, or -1 while it turns the user's logins away. */
    public int detectedFailures(String username) {
        return Integer.parseInt(Http.to(uri("detected-failures?username=" + encode(username)))
                .get()
                .ok()
                .body());
    }

    public void deleteUser(String username) {
        Http.to(uri("delete-user?username=" + encode(username))).post("").ok();
    }

    /** Deletes credentials in a transaction that ends once another one waits for it; returns whether one did. */
    public boolean deleteCredentialsOnceWaitedFor(String username, String type) {
        String path = "slow-deletion?username=" + encode(username) + "&type=" + encode(type);
        return Boolean.parseBoolean(Http.to(uri(path)).post("").ok().body());
    }

    /** Returns once such a deletion is in progress. */
    public void awaitDeletion() {
        if (!Boolean.parseBoolean(Http.to(uri("slow-deletion")).get().ok().body())) {
            throw new AssertionError("Nothing is being deleted");
        }
    }

    /**
     * From now on, requests that change a credential don't finish, in realms with {@link #UPDATE_GATE} as a listener.
     */
    public void holdUpdates() {
        Http.to(uri("update-gate")).delete().ok();
    }

    public void letUpdatesGo() {
        Http.to(uri("update-gate")).put("").ok();
    }

    /** While this runs, logins fail when they are committed, in realms with {@link #BROKEN_COMMIT} as a listener. */
    public void duringBrokenCommits(Runnable work) {
        Http.to(uri("broken-commit?broken=true")).put("").ok();
        try {
            work.run();
        } finally {
            Http.to(uri("broken-commit?broken=false")).put("").ok();
        }
    }

    /** Stores a credential in front of a user's others, unchecked; returns its id. */
    public String plantCredential(String username, JsonNode credential) {
        return Http.to(uri("credential?username=" + encode(username)))
                .post(credential.toString())
                .ok()
                .body();
    }

    /** Stores of a user's security keys that their makers have attested them. */
    public void attestKeys(String userId) {
        Http.to(uri("bypass/attested-keys?user=" + encode(userId))).put("").ok();
    }

    /** Writes a realm attribute, bypassing every check. */
    public void setRealmAttribute(String name, String value) {
        Http.to(uri("bypass/realm-attribute?name=" + encode(name))).put(value).ok();
    }

    /** The same for an organisation, whose other attributes are lost. */
    public void setOrganisationAttribute(String alias, String name, String value) {
        String query = "?alias=" + encode(alias) + "&name=" + encode(name) + "&value=" + encode(value);
        Http.to(uri("bypass/organization-attribute" + query)).put("").ok();
    }

    /** The bytes of the server's heap that are in use after garbage was collected. */
    public long usedHeap() {
        return Long.parseLong(Http.to(uri("heap")).get().ok().body());
    }

    /** Removes a required action from the realm, bypassing every check. */
    public void loseRequiredAction(String alias) {
        Http.to(uri("bypass/required-action?alias=" + encode(alias))).delete().ok();
    }

    /** Stores a row in each table of the JAR, for a realm that doesn't exist. */
    public void leaveRowsOfVanishedRealm() {
        Http.to(uri("bypass/vanished-realm")).put("").ok();
    }

    /** How many of these rows there are. */
    public int rowsOfVanishedRealm() {
        return Integer.parseInt(Http.to(uri("bypass/vanished-realm")).get().ok().body());
    }

    /** Runs a task of Keycloak's timer now, instead of waiting for it. */
    public void runTask(String name) {
        Http.to(uri("bypass/task?name=" + name)).post("").ok();
    }

    /** How many trusted devices of the realm are stored, also expired ones. */
    public int storedDevices() {
        return Integer.parseInt(Http.to(uri("bypass/devices")).get().ok().body());
    }

    /** The stored history of a user's logins; empty if there is none. */
    public String storedHistory(String userId) {
        return Http.to(uri("bypass/history?user=" + encode(userId))).get().ok().body();
    }

    /** Stores a history of a user's logins, readable or not. */
    public void setHistory(String userId, String history) {
        Http.to(uri("bypass/history?user=" + encode(userId))).put(history).ok();
    }

    /** The ids of the realm's credentials whose last use is stored. */
    public List<String> storedUses() {
        String ids = Http.to(uri("bypass/uses")).get().ok().body();
        return ids.isEmpty() ? List.of() : List.of(ids.split(",", -1));
    }

    /** Overwrites the row of a user's number, unchecked. Returns how many rows that were. */
    public int setNumberRow(String userId, String number, String credentialId) {
        String query = "?user=" + userId + "&number=" + encode(number) + "&credential=" + encode(credentialId);
        return Integer.parseInt(
                Http.to(uri("bypass/number" + query)).put("").ok().body());
    }

    /** Deletes the row of a user's number, and nothing else. Returns how many rows that were. */
    public int loseNumberRow(String userId) {
        return Integer.parseInt(
                Http.to(uri("bypass/number?user=" + userId)).delete().ok().body());
    }

    /** Runs a statement in the database, in which {@code :realm} is the id of the realm. Returns how many rows it was about. */
    public int sql(String statement) {
        return Integer.parseInt(Http.to(uri("bypass/sql")).post(statement).ok().body());
    }

    /** Empties the caches of realms and users, so that the next call reads everything from the database. */
    public void clearCaches() {
        Http.to(uri("caches")).delete().ok();
    }

    /** The bearer token of the last CIBA request: whoever has it may approve in the user's name. */
    public String cibaApproval() {
        return Http.to(server.uri(KeycloakServer.CIBA_CHANNEL)).get().ok().body();
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
