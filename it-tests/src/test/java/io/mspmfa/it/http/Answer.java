// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;

/** An HTTP response that has been read completely. */
public record Answer(URI uri, int status, HttpHeaders headers, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public Optional<URI> location() {
        return headers.firstValue("Location").map(uri::resolve);
    }

    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON, status " + status + ": " + body, e);
        }
    }

    /** This response, if it is successful. */
    public Answer ok() {
        if (status / 100 != 2) {
            throw new AssertionError(uri + " answered " + status + ": " + body);
        }
        return this;
    }
}
