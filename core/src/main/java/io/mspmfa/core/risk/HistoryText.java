// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.core.risk.History.Sighting;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of a history: JSON with a version. Fields that a later version adds are ignored; a text that isn't a
 * history is unreadable as a whole, which leads to a challenge (R38).
 */
public final class HistoryText {
    /** The most characters of a text. */
    public static final int MOST = 4000;

    static final int VERSION = 1;

    private static final ObjectReader JSON =
            new ObjectMapper().readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private HistoryText() {}

    /** The text form. */
    public static String write(History history) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("v", VERSION);
        history.networks().forEach(network -> json.withArray("networks").add(network.hex()));
        history.browsers().forEach(browser -> json.withArray("browsers").add(browser));
        history.countries().forEach(country -> json.withArray("countries").add(country));
        history.hours().counts().forEach(count -> json.withArray("hours").add(count));
        json.put("last", history.lastLogin());
        history.lastSighting()
                .ifPresent(sighting -> json.putObject("seen")
                        .put("at", sighting.time())
                        .put("lat", sighting.position().latitude())
                        .put("lon", sighting.position().longitude())
                        .put("km", sighting.position().radius()));
        return json.toString();
    }

    /**
     * Reads the text form.
     *
     * @param text null if nothing is stored, which is {@link History#NONE}
     * @return empty if it can't be read
     */
    public static Optional<History> read(@Nullable String text) {
        if (text == null) {
            return Optional.of(History.NONE);
        }
        if (text.length() > MOST) {
            return Optional.empty();
        }
        try {
            return Optional.of(history(JSON.readValue(text)));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static History history(@Nullable JsonNode json) {
        if (json == null
                || !json.isObject()
                || !json.path("v").isInt()
                || json.path("v").intValue() < VERSION) {
            throw new IllegalArgumentException("no version");
        }
        return new History(
                list(json.path("networks"), node -> new Network(text(node, Network.HEX))),
                list(json.path("browsers"), node -> text(node, RiskFacts.BROWSER)),
                list(json.path("countries"), node -> text(node, RiskFacts.COUNTRY)),
                new Hours(list(json.path("hours"), HistoryText::integer)),
                number(json.path("last")),
                json.has("seen") ? Optional.of(sighting(json.path("seen"))) : Optional.empty());
    }

    private static Sighting sighting(JsonNode json) {
        Position position =
                new Position(decimal(json.path("lat")), decimal(json.path("lon")), integer(json.path("km")));
        return new Sighting(number(json.path("at")), position);
    }

    private static <T> List<T> list(JsonNode json, Function<JsonNode, T> element) {
        if (json.isMissingNode()) {
            return List.of();
        }
        if (!json.isArray()) {
            throw new IllegalArgumentException("not a list");
        }
        return StreamSupport.stream(json.spliterator(), false).map(element).toList();
    }

    private static String text(JsonNode json, Pattern form) {
        return checked(json, json.isTextual() && form.matcher(json.textValue()).matches())
                .textValue();
    }

    private static long number(JsonNode json) {
        return checked(json, json.isIntegralNumber() && json.canConvertToLong()).longValue();
    }

    private static int integer(JsonNode json) {
        return checked(json, json.isIntegralNumber() && json.canConvertToInt()).intValue();
    }

    private static double decimal(JsonNode json) {
        return checked(json, json.isNumber()).doubleValue();
    }

    private static JsonNode checked(JsonNode json, boolean right) {
        if (!right) {
            throw new IllegalArgumentException("of another type");
        }
        return json;
    }
}
