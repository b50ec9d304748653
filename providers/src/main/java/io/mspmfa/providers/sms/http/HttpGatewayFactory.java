// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.sms.http;

import io.mspmfa.providers.sms.options.ServerSecret;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.Config;

/** Any gateway that takes a message as one POST: the options {@code spi-msp-mfa-sms--http--...}. */
public final class HttpGatewayFactory extends HttpBasedGatewayFactory {
    /** The provider's id. */
    public static final String PROVIDER_ID = "http";

    /** RFC 9110 section 5.6.2. */
    private static final String HEADER_NAME = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";

    /** Headers that Java's client writes itself, and refuses from others. */
    private static final Set<String> OWN_HEADERS =
            Set.of("connection", "content-length", "content-type", "expect", "host", "upgrade");

    @Override
    protected HttpSettings read(Config.Scope options) {
        return new HttpSettings(
                address("url", required(options, "url")),
                body(options),
                optional(options, "sender").orElse(""),
                headers(options),
                new SuccessRule(
                        statuses(options), optional(options, "success-text").orElse("")),
                proxy(options));
    }

    private BodyTemplate body(Config.Scope options) {
        String word = optional(options, "format").orElse(BodyFormat.JSON.word());
        BodyFormat format = Arrays.stream(BodyFormat.values())
                .filter(known -> known.word().equals(word))
                .findFirst()
                .orElseThrow(() -> refusal("format", "is not one of json, form and xml"));
        String template = required(options, "body").strip();
        try {
            return new BodyTemplate(format, template);
        } catch (IllegalArgumentException e) {
            throw refusal("body", "lacks a place for the text or for the number: " + BodyTemplate.PLACES);
        }
    }

    private Set<Integer> statuses(Config.Scope options) {
        String list = optional(options, "success-status").orElse("").strip();
        if (!list.matches("|[1-5]\\d\\d( *, *[1-5]\\d\\d)*")) {
            throw refusal("success-status", "is not a list of HTTP statuses, such as 200,202");
        }
        return Arrays.stream(list.split(" *, *"))
                .filter(status -> !status.isEmpty())
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
    }

    private List<HttpHeader> headers(Config.Scope options) {
        List<HttpHeader> headers = new ArrayList<>();
        Optional<ServerSecret> authorization = secret(options, "header-authorization");
        Optional<String> username = optional(options, "username");
        if (authorization.isPresent() && username.isPresent()) {
            throw refusal("username", "and header-authorization are both set, but a request has one of them");
        }
        authorization.map(HttpHeader::authorization).ifPresent(headers::add);
        username.map(user -> HttpHeader.basic(user, requiredSecret(options, "password")))
                .ifPresent(headers::add);
        optional(options, "header-name")
                .map(name -> new HttpHeader(headerName(name), null, requiredSecret(options, "header-value")))
                .ifPresent(headers::add);
        return headers;
    }

    private String headerName(String name) {
        boolean isOwn = OWN_HEADERS.stream().anyMatch(name::equalsIgnoreCase);
        if (!name.matches(HEADER_NAME) || isOwn || name.equalsIgnoreCase("authorization")) {
            throw refusal("header-name", "is not the name of a header that can be set here");
        }
        return name;
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }
}
