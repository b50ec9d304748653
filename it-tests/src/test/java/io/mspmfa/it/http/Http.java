// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.http;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A single HTTP call. Follows no redirects and keeps no cookies. */
public final class Http {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final HttpRequest.Builder request;
    private final URI uri;

    private Http(URI uri) {
        this.uri = uri;
        this.request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60));
    }

    public static Http to(URI uri) {
        return new Http(uri);
    }

    public Http header(String name, String value) {
        request.header(name, value);
        return this;
    }

    public Http bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    public Answer get() {
        return send(request.GET());
    }

    public Answer delete() {
        return send(request.DELETE());
    }

    public Answer put(String json) {
        return send(request.header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    public Answer post(String json) {
        return send(request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    public Answer post(String contentType, String body) {
        return send(request.header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
    }

    public Answer form(Form form) {
        return send(request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.encoded())));
    }

    private Answer send(HttpRequest.Builder ready) {
        Prelude.play(uri);
        try {
            var response = CLIENT.send(ready.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(uri, response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("No answer from " + uri, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /** Form fields in order; a name may occur more than once. */
    public static final class Form {

        private final List<Map.Entry<String, String>> fields = new ArrayList<>();

        public static Form of(String... namesAndValues) {
            Form form = new Form();
            for (int i = 0; i < namesAndValues.length; i += 2) {
                form.add(namesAndValues[i], namesAndValues[i + 1]);
            }
            return form;
        }

        public Form add(String name, String value) {
            fields.add(Map.entry(name, value));
            return this;
        }

        public String encoded() {
            return fields.stream()
                    .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                    .collect(joining("&"));
        }

        private static String encode(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
