// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.sms.http;

import io.mspmfa.providers.sms.SmsGateway;
import io.mspmfa.providers.sms.SmsMessage;
import io.mspmfa.providers.sms.SmsNotSentException;
import io.mspmfa.providers.sms.options.WaitingPlaces;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLContext;

/**
 * Sends a message by one POST. By Java's own client, because Keycloak's lets a gateway that drips hold a thread for
 * minutes.
 */
final class HttpGateway implements SmsGateway {
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final HttpClient client;
    private final HttpSettings settings;
    private final Map<String, String> headers;
    private final WaitingPlaces places;

    /**
     * @param headers their values as they are sent
     */
    HttpGateway(HttpClient client, HttpSettings settings, Map<String, String> headers, WaitingPlaces places) {
        this.client = client;
        this.settings = settings;
        this.headers = Map.copyOf(headers);
        this.places = places;
    }

    /** A client that goes to the gateway and nowhere else: a redirect would take the code along. */
    static HttpClient client(HttpSettings settings, SSLContext trust) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .proxy(ProxySelector.of(settings.proxy()))
                .sslContext(trust)
                .build();
    }

    @Override
    public void send(SmsMessage message) {
        HttpRequest request = request(message);
        HttpResponse<String> answer = places.await(() -> client.sendAsync(request, response -> new ShortBody()));
        if (!settings.success().hasStatus(answer.statusCode())) {
            throw new SmsNotSentException("the gateway answered with status " + answer.statusCode());
        }
        if (!settings.success().hasText(answer.body())) {
            throw new SmsNotSentException("the gateway's answer lacks the text of success-text");
        }
    }

    private HttpRequest request(SmsMessage message) {
        String sender = Objects.requireNonNullElse(message.sender(), settings.sender());
        BodyTemplate body = settings.body();
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.url())
                .header("Content-Type", body.format().contentType())
                .POST(BodyPublishers.ofString(body.fill(message, sender)));
        try {
            headers.forEach(request::header);
        } catch (IllegalArgumentException e) {
            // whose message quotes the value
            throw new SmsNotSentException("a secret of the gateway can't be a header");
        }
        return request.build();
    }
}
