// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.demo.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The inbox's pages, one with the demo's brands, and the gateway for text messages, in the JDK's own web server. */
final class Website implements AutoCloseable {
    private static final Map<String, String> FILES = Map.of(
            "/inbox.css", "text/css; charset=utf-8",
            "/inbox.js", "text/javascript; charset=utf-8",
            "/inbox.svg", "image/svg+xml");

    private static final String HTML = "text/html; charset=utf-8";

    /** %s: what else may be framed. */
    private static final String PAGE = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; frame-src 'self'%s; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String OURS = PAGE.formatted("");

    /** A mail's HTML runs no script, loads nothing but the demo's logos (%s), and can only open a link in a new tab. */
    private static final String THEIRS = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
            + " style-src 'unsafe-inline'; img-src data: %s; form-action 'none'; frame-ancestors 'self'";

    private static final String GATEWAY = "/sms";
    private static final int MAX_BYTES = 1 << 16;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Set<String> hosts;
    private final Messages messages;
    private final Page page;
    private final URI keycloak;

    Website(InetSocketAddress address, Messages messages, URI keycloak) throws IOException {
        this.messages = messages;
        this.keycloak = keycloak;
        page = new Page(keycloak);
        server = HttpServer.create(address, 0);
        int port = server.getAddress().getPort();
        hosts = Set.of("localhost:" + port, "127.0.0.1:" + port);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (!hosts.contains(
                    Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Host"), ""))) {
                send(exchange, 421, "text/plain", OURS, ""); // another site's name that leads here (DNS rebinding)
            } else if (path.equals(GATEWAY) && exchange.getRequestMethod().equals("POST")) {
                take(exchange);
            } else if (!exchange.getRequestMethod().equals("GET")) {
                send(exchange, 405, "text/plain", OURS, "");
            } else if (path.equals("/brands")) {
                send(exchange, 200, HTML, PAGE.formatted(" " + keycloak), page.brands());
            } else if (path.equals("/")) {
                send(exchange, 200, HTML, OURS, page.of(messages.newestFirst()));
            } else if (FILES.containsKey(path)) {
                send(exchange, 200, FILES.get(path), OURS, file(path));
            } else {
                sendMail(exchange, path);
            }
        }
    }

    /** Other websites can't send this type of content here without asking first, which is refused. */
    private void take(HttpExchange exchange) throws IOException {
        String type = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Content-Type"), "");
        if (!type.startsWith("application/json")) {
            send(exchange, 415, "text/plain", OURS, "");
            return;
        }
        JsonNode json = JSON.readTree(exchange.getRequestBody().readNBytes(MAX_BYTES));
        messages.add(id ->
                Message.sms(id, json.path("to").asText(), json.path("text").asText()));
        send(exchange, 202, "text/plain", OURS, "");
    }

    private void sendMail(HttpExchange exchange, String path) throws IOException {
        Optional<Message> mail = messages.find(path.replaceFirst("^/mails/", ""));
        if (mail.isPresent()) {
            String links = "<!doctype html><base target=\"_blank\">"; // in the frame they would only meet a refusal
            send(
                    exchange,
                    200,
                    HTML,
                    THEIRS.formatted(keycloak),
                    links + mail.get().html());
        } else {
            send(exchange, 404, "text/plain", OURS, "");
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String policy, String body)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Content-Security-Policy", policy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String file(String path) throws IOException {
        try (InputStream file = Objects.requireNonNull(Website.class.getResourceAsStream(path.substring(1)))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
