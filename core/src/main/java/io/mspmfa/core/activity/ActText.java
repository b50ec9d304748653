// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.activity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.core.activity.Act.Actor;
import io.mspmfa.core.activity.Act.Person;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of an act, apart from what has a column of its own: JSON of at most {@value #MOST} characters, all of
 * them ASCII, so that each database gives back exactly what it was given, whatever characters it is set up for.
 */
public final class ActText {
    /** The most characters of a text, which is what every database has room for. */
    public static final int MOST = 4000;

    /** The most characters of a name in a text that would be too long otherwise. */
    private static final int SHORT_NAME = 80;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ActText() {}

    /**
     * What a stored text says.
     *
     * @param by who did it; null if it was the extension, or if the text can't be read
     * @param username the name of the user whom it is about; null if there is none
     * @param reason the reason given for it; null if there is none
     * @param details the particulars by name
     */
    public record Told(
            @Nullable Actor by,
            @Nullable String username,
            @Nullable String reason,
            ObjectNode details) {}

    /** The text form. If it is too long, the reason is cut, and then everything else that may be long. */
    public static String write(Act act) {
        int reason = act.reason() == null ? 0 : act.reason().length();
        String text = write(act, reason, Integer.MAX_VALUE);
        while (text.length() > MOST && reason > 0) {
            reason = reason / 2;
            text = write(act, reason, Integer.MAX_VALUE);
        }
        return text.length() > MOST ? write(act, 0, SHORT_NAME) : text;
    }

    private static String write(Act act, int reason, int name) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Actor by = act.by();
        if (by != null) {
            json.putObject("by")
                    .put("id", cut(by.id(), name))
                    .put("username", cut(by.username(), name))
                    .put("realm", cut(by.realm(), name));
        }
        Person user = act.user();
        if (user != null) {
            json.put("user", cut(user.username(), name));
        }
        if (act.reason() != null) {
            json.put("reason", cut(act.reason(), reason));
        }
        boolean isComplete = name == Integer.MAX_VALUE;
        if (isComplete && !act.details().isEmpty()) {
            json.set("details", JSON.valueToTree(new TreeMap<>(act.details())));
        }
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An act can't be written", e);
        }
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "...";
    }

    /** Reads a text form, which anybody with a database may have written: what can't be read says nothing. */
    public static Told read(String text) {
        JsonNode json;
        try {
            json = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            json = JsonNodeFactory.instance.missingNode();
        }
        JsonNode by = json.path("by");
        return new Told(
                by.isObject()
                        ? new Actor(
                                by.path("id").asText(),
                                by.path("username").asText(),
                                by.path("realm").asText())
                        : null,
                json.path("user").textValue(),
                json.path("reason").textValue(),
                json.path("details") instanceof ObjectNode details ? details : JsonNodeFactory.instance.objectNode());
    }
}
