// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.server.KeycloakServer;
import io.mspmfa.it.server.ServerClock;
import io.mspmfa.it.server.ServerProbe;
import io.mspmfa.it.server.Servers;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A realm for a single test class, which is removed at the end; after each test, the clock is reset to real time. */
public final class Tenant implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    public static final String POLICY = "msp.mfa.policy";

    /** The lifetime of the links made by {@link #enrolmentLink}. */
    public static final int LINK_SECONDS = 600;

    private static final String PASSWORD = "correct horse battery staple";

    private String name = "t-" + UUID.randomUUID().toString().substring(0, 8);
    private final @Nullable Policy policy;
    private final Supplier<KeycloakServer> servers;
    private @Nullable Connection connection;
    private boolean keycloaksOwnDefaults;
    private int users;

    private Tenant(@Nullable Policy policy, Supplier<KeycloakServer> servers) {
        this.policy = policy;
        this.servers = servers;
    }

    /** A realm with its own policy. */
    public static Tenant managed(Policy policy) {
        return new Tenant(policy, Servers::shared);
    }

    /** A realm without a policy, on the server with our JAR. */
    public static Tenant unmanaged() {
        return new Tenant(null, Servers::shared);
    }

    /** A realm on another server. */
    public static Tenant on(Supplier<KeycloakServer> server) {
        return new Tenant(null, server);
    }

    /** With the keys and the password hash of a stock realm, for tests that compare or measure. */
    public Tenant withKeycloaksOwnDefaults() {
        keycloaksOwnDefaults = true;
        return this;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        create();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        clock().reset();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        admin().delete("/" + name);
    }

    /** Without JUnit, for servers that are stopped before the end of the class. */
    public Tenant create() {
        KeycloakServer server = servers.get();
        connection = new Connection(server, new AdminApi(server), new ServerClock(server));
        admin().post("", keycloaksOwnDefaults ? RealmJson.realm(name, policy) : RealmJson.cheapRealm(name, policy));
        addClient(TestApp.CLIENT);
        addClient(TestApp.OTHER_CLIENT);
        return this;
    }

    public void addClient(String id) {
        admin().post(
                        "/" + name + "/clients",
                        RealmJson.client(id, TestApp.redirectUri().toString()));
    }

    /** The federated users {@code readonly1} to {@code readonly9}, to whom nothing can be written. */
    public void addReadOnlyUsers() {
        admin().post("/" + name + "/components", RealmJson.readOnlyUsers());
    }

    /** A new user with a password and nothing else. */
    public User user() {
        users++;
        String username = "ada" + users;
        String email = username + "@acme.test";
        String id = admin().post("/" + name + "/users", RealmJson.user(username, email, PASSWORD));
        return new User(id, username, email, PASSWORD);
    }

    /** A new user with an authenticator that was stored by stock Keycloak; the secret is text, not base32. */
    public User userWithStockOtp(String secret) {
        users++;
        String username = "ada" + users;
        String email = username + "@acme.test";
        ObjectNode json = RealmJson.user(username, email, PASSWORD);
        json.withArray("credentials").add(RealmJson.otpCredential("Old phone", secret));
        String id = admin().post("/" + name + "/users", json);
        return new User(id, username, email, PASSWORD);
    }

    /** Stores an authenticator for a user, as if set up on Keycloak's own pages; the secret is text, not base32. */
    public void addStockOtp(User user, String secret) {
        changeUser(user, json -> json.putArray("credentials").add(RealmJson.otpCredential("Phone", secret)));
    }

    public void setPolicy(Policy next) {
        change(realm -> realm.withObjectProperty("attributes").put(POLICY, next.toString()));
    }

    /** Sets the reseller's floor for this realm. */
    public void setFloor(Policy floor) {
        admin().put("/" + name + "/msp-mfa/floor", floor);
    }

    /** The same, and ends all sessions. */
    public void setFloorAndEndSessions(Policy floor) {
        admin().put("/" + name + "/msp-mfa/floor?revokeSessions=true", floor);
    }

    /** Records that an administrator has renamed the realm. */
    public void isNowNamed(String next) {
        name = next;
    }

    /** Changes the realm as an administrator does: reads it, edits it and writes it back as a whole. */
    public void change(Consumer<ObjectNode> edit) {
        ObjectNode realm = (ObjectNode) admin().get("/" + name);
        edit.accept(realm);
        admin().put("/" + name, realm);
    }

    public void changeUser(User user, Consumer<ObjectNode> edit) {
        ObjectNode json = (ObjectNode) admin().get(userPath(user));
        edit.accept(json);
        admin().put(userPath(user), json);
    }

    /** A link with which a user without a factor sets one up, as created by an administrator. */
    public URI enrolmentLink(User user) {
        String path = "/" + name + "/msp-mfa/users/" + user.id() + "/enrolment-links";
        Answer answer = admin().tryPost(path, "{\"ttlSeconds\": " + LINK_SECONDS + "}");
        return URI.create(answer.ok().json().path("url").asText());
    }

    /** The user's credentials as an administrator sees them. */
    public JsonNode credentials(User user) {
        return admin().get(userPath(user) + "/credentials");
    }

    public boolean hasCredential(User user, String type) {
        return credentials(user).findValuesAsText("type").contains(type);
    }

    /** The id of the user's first credential of a type. */
    public String credentialId(User user, String type) {
        return StreamSupport.stream(credentials(user).spliterator(), false)
                .filter(credential -> credential.path("type").asText().equals(type))
                .map(credential -> credential.path("id").asText())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + type));
    }

    /** How many sessions the user has. */
    public int sessions(User user) {
        return admin().get(userPath(user) + "/sessions").size();
    }

    /**
     * How many wrong codes Keycloak's own detection has counted. It counts in the background, so this repeats the query
     * until the expected number is reached and the user may log in again, or for ten seconds.
     */
    public int detectedFailures(User user, int expected) {
        Instant deadline = Instant.now().plusSeconds(10);
        int counted = -1;
        while (counted != expected && Instant.now().isBefore(deadline)) {
            counted = probe().detectedFailures(user.username());
        }
        return counted;
    }

    public String userPath(User user) {
        return "/" + name + "/users/" + user.id();
    }

    public String name() {
        return name;
    }

    public KeycloakServer server() {
        return connected().server();
    }

    public AdminApi admin() {
        return connected().admin();
    }

    public ServerClock clock() {
        return connected().clock();
    }

    public ServerProbe probe() {
        return new ServerProbe(server(), name);
    }

    public Events events() {
        return new Events(admin(), name);
    }

    /** An address inside the realm. */
    public URI uri(String path) {
        return server().uri("/realms/" + name + path);
    }

    private Connection connected() {
        if (connection == null) {
            throw new IllegalStateException("The realm is made in beforeAll");
        }
        return connection;
    }

    private record Connection(KeycloakServer server, AdminApi admin, ServerClock clock) {}
}
