// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.sms.http;

import io.mspmfa.providers.sms.SmsMessage;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The body of a request, with places for what differs between messages: {@code {number}} (E.164), {@code {digits}} (the
 * same without the plus), {@code {text}} and {@code {sender}}. Other braces stay as they are.
 */
final class BodyTemplate {
    /** What a template must contain. */
    static final String PLACES = "{text}, and {number} or {digits}";

    private static final Pattern PLACE = Pattern.compile("\\{(number|digits|text|sender)}");

    private final BodyFormat format;
    private final String template;

    /**
     * @throws IllegalArgumentException if there is no place for the text, or none for the number
     */
    BodyTemplate(BodyFormat format, String template) {
        if (!template.contains("{text}") || !(template.contains("{number}") || template.contains("{digits}"))) {
            throw new IllegalArgumentException("A body needs " + PLACES);
        }
        this.format = format;
        this.template = template;
    }

    BodyFormat format() {
        return format;
    }

    /** In one pass, so that a text which contains a place's name stays a text. */
    String fill(SmsMessage message, String sender) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(format.escape(valueOf(place, message, sender))));
    }

    private static String valueOf(MatchResult place, SmsMessage message, String sender) {
        return switch (place.group(1)) {
            case "number" -> message.number();
            case "digits" -> message.digits();
            case "text" -> message.text();
            default -> sender;
        };
    }
}
