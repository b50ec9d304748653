// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.sms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/**
 * A service that delivers text messages and takes each as a POST of JSON, without any delivery. One for all servers of
 * this JVM.
 */
public final class Gateway {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Gateway SHARED = new Gateway();

    private final Messages messages = new Messages();
    private final Map<String, Treatment> treatments = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final HttpServer server;

    private Gateway() {
        this(GatewaySockets.plain());
    }

    private Gateway(HttpServer server) {
        this.server = server;
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "gateway");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    /** The only one. */
    public static Gateway shared() {
        return SHARED;
    }

    /** Another one, which can be reached by TLS only. */
    static Gateway secure(SSLContext certificate) {
        return new Gateway(GatewaySockets.secure(certificate));
    }

    /**
     * A server's options, without dashes in front.
     *
     * @param host this machine, as seen by the server
     */
    public Map<String, String> options(String host) {
        String prefix = "spi-msp-mfa-sms--http--";
        return Map.of(
                prefix + "url",
                (server instanceof HttpsServer ? "https://" : "http://") + host + ":"
                        + server.getAddress().getPort() + "/messages",
                prefix + "body",
                "{\"to\": \"{number}\", \"from\": \"{sender}\", \"text\": \"{text}\"}",
                prefix + "sender",
                "Gateway");
    }

    /** The number of a mobile phone that no other test uses, in E.164. */
    public String newNumber() {
        return "+49151%08d".formatted(23000000 + numbers.incrementAndGet());
    }

    /** How messages to a number are treated from now on. */
    void treat(String number, Treatment treatment) {
        treatments.put(number, treatment);
    }

    /** The next unread message to a number, which arrives within seconds. */
    public TextMessage nextTo(String number) {
        return messages.nextTo(number);
    }

    /** The unread messages to a number, which are read now. */
    public List<TextMessage> allTo(String number) {
        return messages.allTo(number);
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode json = JSON.readTree(exchange.getRequestBody());
        String number = json.path("to").asText();
        messages.add(new TextMessage(
                number, json.path("from").asText(), json.path("text").asText()));
        Objects.requireNonNullElse(treatments.get(number), Treatment.ACCEPT).answer(exchange);
    }
}
