// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mspmfa.it.http.Http;
import io.mspmfa.it.http.Http.Form;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A public OIDC client in this JVM: code flow in the browser, password grant without. */
public final class TestApp {

    public static final String CLIENT = "app";
    public static final String OTHER_CLIENT = "other-app";

    private static final HttpServer SERVER = start();
    private static final Map<String, Login> STARTED = new ConcurrentHashMap<>();
    private static final Map<String, TokenResult> RESULTS = new ConcurrentHashMap<>();

    private TestApp() {}

    public static URI redirectUri() {
        return URI.create("http://localhost:" + SERVER.getAddress().getPort() + "/callback");
    }

    /**
     * The address to which the app sends a browser to sign in; further query parameters as {@code name, value, ...}.
     */
    public static URI loginUri(Tenant tenant, String... parameters) {
        return loginUriOf(tenant, CLIENT, parameters);
    }

    public static URI loginUriOf(Tenant tenant, String client, String... parameters) {
        String state = UUID.randomUUID().toString();
        STARTED.put(state, new Login(tenant, client));
        Form query = Form.of(
                "client_id",
                client,
                "redirect_uri",
                redirectUri().toString(),
                "response_type",
                "code",
                "scope",
                "openid",
                "state",
                state);
        for (int i = 0; i < parameters.length; i += 2) {
            query.add(parameters[i], parameters[i + 1]);
        }
        return tenant.uri("/protocol/openid-connect/auth?" + query.encoded());
    }

    /** The same for tokens that outlive the browser session. */
    public static URI offlineLoginUri(Tenant tenant) {
        String uri = loginUri(tenant).toString();
        return URI.create(uri.replace("scope=openid", "scope=openid+offline_access"));
    }

    /** The password grant; further form fields as {@code name, value, ...}. */
    public static TokenResult passwordGrant(Tenant tenant, User user, String... fields) {
        Form form = Form.of(
                "grant_type",
                "password",
                "client_id",
                CLIENT,
                "scope",
                "openid",
                "username",
                user.username(),
                "password",
                user.password());
        for (int i = 0; i < fields.length; i += 2) {
            form.add(fields[i], fields[i + 1]);
        }
        return TokenResult.of(Http.to(tokenUri(tenant)).form(form));
    }

    /** Any call of the token endpoint by this client; form fields as {@code name, value, ...}. */
    public static TokenResult grant(Tenant tenant, String type, String... fields) {
        Form form = Form.of(fields).add("grant_type", type).add("client_id", CLIENT);
        return TokenResult.of(Http.to(tokenUri(tenant)).form(form));
    }

    public static TokenResult refresh(Tenant tenant, TokenResult tokens) {
        Form form = Form.of(
                "grant_type", "refresh_token", "client_id", CLIENT, "refresh_token", tokens.require("refresh_token"));
        return TokenResult.of(Http.to(tokenUri(tenant)).form(form));
    }

    /** A call of the token endpoint with these form fields, {@code name, value, ...}. */
    public static TokenResult token(Tenant tenant, String... fields) {
        return TokenResult.of(Http.to(tokenUri(tenant)).form(Form.of(fields)));
    }

    /** The result of a login, by its state. */
    public static TokenResult result(String state) {
        TokenResult result = RESULTS.get(state);
        if (result == null) {
            throw new AssertionError("The app was not called back with state " + state);
        }
        return result;
    }

    /** Follows a redirect to the app as the app would, for clients that are not browsers. */
    public static TokenResult callback(URI redirected) {
        Map<String, String> query = query(redirected);
        String state = query.getOrDefault("state", "");
        TokenResult result = exchange(state, query);
        RESULTS.put(state, result);
        return result;
    }

    private static HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/callback", TestApp::answer);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        callback(uri);
        String state = query(uri).getOrDefault("state", "");
        byte[] page = """
                <!DOCTYPE html><html lang="en"><head><title>App</title><link rel="icon" href="data:,"></head>
                <body data-page-id="app"><h1>The app</h1><p id="state">%s</p></body></html>
                """.formatted(state.replaceAll("[^a-z0-9-]", "")).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html;charset=utf-8");
        exchange.sendResponseHeaders(200, page.length);
        try (var body = exchange.getResponseBody()) {
            body.write(page);
        }
    }

    private static TokenResult exchange(String state, Map<String, String> query) {
        Login login = STARTED.get(state);
        String code = query.get("code");
        if (login == null || code == null) {
            return TokenResult.without(query);
        }
        Form form = Form.of(
                "grant_type",
                "authorization_code",
                "client_id",
                login.client(),
                "redirect_uri",
                redirectUri().toString(),
                "code",
                code);
        return TokenResult.of(Http.to(tokenUri(login.tenant())).form(form)).with(query);
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> result = new LinkedHashMap<>();
        String query = uri.getRawQuery();
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                result.put(name, URLDecoder.decode(value, StandardCharsets.UTF_8));
            }
        }
        return result;
    }

    private static URI tokenUri(Tenant tenant) {
        return tenant.uri("/protocol/openid-connect/token");
    }

    private record Login(Tenant tenant, String client) {}
}
