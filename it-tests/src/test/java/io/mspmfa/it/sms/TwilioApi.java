// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.sms;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Twilio's API as far as a sender of messages sees it (https://www.twilio.com/docs/messaging/api/message-resource, read in
 * November 2026). Refuses what Twilio refuses, so that a message that arrives was sent as documented.
 */
final class TwilioApi {
    static final String ACCOUNT = "AC00000000000000000000000000000001";
    static final String TOKEN = "a token with : and %";
    static final String SENDER = "+15005550006";

    /** Like Twilio's own magic number for "is not a mobile number". */
    static final String LANDLINE = "+4915100000009";

    private static final int CREATED = 201;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final String AUTHORIZATION =
            "Basic " + Base64.getEncoder().encodeToString((ACCOUNT + ":" + TOKEN).getBytes(StandardCharsets.UTF_8));

    private final Messages messages = new Messages();
    private final HttpServer server = GatewaySockets.plain();

    TwilioApi() {
        server.createContext("/", this::answer);
        server.start();
    }

    /** A server's options. */
    String[] options() {
        String prefix = "--spi-msp-mfa-sms--twilio--";
        return new String[] {
            prefix + "url=http://localhost:" + server.getAddress().getPort(),
            prefix + "account-sid=" + ACCOUNT,
            prefix + "auth-token=" + TOKEN,
            prefix + "sender=" + SENDER
        };
    }

    /** What was accepted. */
    Messages messages() {
        return messages;
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(exchange);
        int status = status(exchange, form);
        if (status == CREATED) {
            messages.add(new TextMessage(form.get("To"), form.get("From"), form.get("Body")));
        }
        byte[] body = "{\"sid\": \"SM1\", \"status\": \"queued\"}".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static int status(HttpExchange exchange, Map<String, String> form) {
        var headers = exchange.getRequestHeaders();
        if (!AUTHORIZATION.equals(headers.getFirst("Authorization"))) {
            return UNAUTHORIZED;
        }
        if (!exchange.getRequestMethod().equals("POST")
                || !exchange.getRequestURI().toString().equals("/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json")) {
            return NOT_FOUND;
        }
        boolean isForm =
                String.valueOf(headers.getFirst("Content-Type")).startsWith("application/x-www-form-urlencoded");
        boolean isComplete = form.keySet().containsAll(Arrays.asList("To", "From", "Body"));
        return isForm && isComplete && !LANDLINE.equals(form.get("To")) ? CREATED : BAD_REQUEST;
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return Arrays.stream(body.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(field -> decode(field[0]), field -> decode(field[1])));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
