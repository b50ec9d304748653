// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.sms.http;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.Config;

/**
 * Twilio, as a preset of the HTTP gateway: the options {@code spi-msp-mfa-sms--twilio--...}. See
 * https://www.twilio.com/docs/messaging/api/message-resource, read in November 2026.
 */
public final class TwilioGatewayFactory extends HttpBasedGatewayFactory {
    /** The provider's id. */
    public static final String PROVIDER_ID = "twilio";

    private static final String API = "https://api.twilio.com";
    private static final int CREATED = 201;

    @Override
    protected HttpSettings read(Config.Scope options) {
        String account = word("account-sid", required(options, "account-sid"));
        String user = word("api-key-sid", optional(options, "api-key-sid").orElse(account));
        String api = optional(options, "url").orElse(API);
        return new HttpSettings(
                address("url", api + "/2010-04-01/Accounts/" + account + "/Messages.json"),
                body(options),
                optional(options, "sender").orElse(""),
                List.of(HttpHeader.basic(user, requiredSecret(options, "auth-token"))),
                new SuccessRule(Set.of(CREATED), ""),
                proxy(options));
    }

    private BodyTemplate body(Config.Scope options) {
        Optional<String> service = optional(options, "messaging-service-sid");
        if (service.isEmpty() && optional(options, "sender").isEmpty()) {
            throw refusal("sender", "is not set, and neither is messaging-service-sid");
        }
        String from = service.map(sid -> "MessagingServiceSid=" + word("messaging-service-sid", sid))
                .orElse("From={sender}");
        return new BodyTemplate(BodyFormat.FORM, "To={number}&" + from + "&Body={text}");
    }

    /** Twilio's ids become parts of an address and of a form. */
    private String word(String name, String value) {
        if (!value.matches("[A-Za-z0-9]+")) {
            throw refusal(name, "is not one of Twilio's ids");
        }
        return value;
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }
}
