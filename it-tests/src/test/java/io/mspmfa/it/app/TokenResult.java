// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.it.http.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What the app got in the end: tokens or an error, and the query that it was called with. */
public record TokenResult(int status, JsonNode body, Map<String, String> query) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static TokenResult of(Answer answer) {
        return new TokenResult(answer.status(), answer.json(), Map.of());
    }

    static TokenResult without(Map<String, String> query) {
        ObjectNode body = JSON.createObjectNode();
        query.forEach(body::put);
        return new TokenResult(0, body, query);
    }

    TokenResult with(Map<String, String> called) {
        return new TokenResult(status, body, called);
    }

    public boolean signedIn() {
        return body.hasNonNull("access_token");
    }

    public String error() {
        return body.path("error").asText();
    }

    public String errorDescription() {
        return body.path("error_description").asText();
    }

    /** Of an app-initiated action: {@code success}, {@code cancelled}, {@code error} or nothing. */
    public String actionStatus() {
        return query.getOrDefault("kc_action_status", "");
    }

    public String require(String field) {
        String value = body.path(field).asText();
        if (value.isEmpty()) {
            throw new AssertionError("No " + field + " in " + body);
        }
        return value;
    }

    /** A claim of the access token. */
    public String claim(String name) {
        return payload("access_token").path(name).asText();
    }

    /** The values of a claim in one of the tokens; empty if it has no such claim. */
    public List<String> claims(String token, String name) {
        return StreamSupport.stream(payload(token).path(name).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private JsonNode payload(String token) {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(require(token).split("\\.", -1)[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
