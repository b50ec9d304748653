// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.StreamSupport;

/** Writes policies in the form that {@link PolicyReader} reads. Equal policies give the same text. */
public final class PolicyWriter {
    private PolicyWriter() {}

    /** The fields that the layer sets, and no others. */
    public static ObjectNode write(PolicyLayer layer) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        layer.fields().forEach(field -> put(document, field, layer));
        return document;
    }

    /** Every field. */
    public static ObjectNode write(Policy policy) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        PolicyField.ALL.forEach(field -> put(document, field, policy));
        return document;
    }

    /** The layer's document as text, in the form in which it is stored. */
    public static String text(PolicyLayer layer) {
        return write(layer).toString();
    }

    /** A value as in the JSON: a text, a flag, a number, or a list of texts. */
    static <T> Object plain(PolicyField<T> field, T value) {
        JsonNode json = field.type().write().apply(value);
        if (json instanceof ArrayNode list) {
            return StreamSupport.stream(list.spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
        }
        if (json.isInt()) {
            return json.intValue();
        }
        return json.isBoolean() ? json.booleanValue() : json.asText();
    }

    private static <T> void put(ObjectNode document, PolicyField<T> field, PolicyLayer layer) {
        layer.get(field).ifPresent(value -> put(document, field, value));
    }

    private static <T> void put(ObjectNode document, PolicyField<T> field, Policy policy) {
        put(document, field, policy.get(field));
    }

    private static <T> void put(ObjectNode document, PolicyField<T> field, T value) {
        JsonNode json = field.type().write().apply(value);
        String path = field.path();
        int dot = path.indexOf('.');
        if (dot < 0) {
            document.set(path, json);
        } else {
            group(document, path.substring(0, dot)).set(path.substring(dot + 1), json);
        }
    }

    private static ObjectNode group(ObjectNode document, String name) {
        return document.get(name) instanceof ObjectNode group ? group : document.putObject(name);
    }
}
