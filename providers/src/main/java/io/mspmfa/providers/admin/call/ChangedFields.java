// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a change of a document was about, for the record of activity, which has no room for both of its states. */
public final class ChangedFields {
    private ChangedFields() {}

    /** The paths of the fields, such as {@code attempts.max}, that differ, in order; null for no document. */
    public static List<String> between(@Nullable JsonNode before, @Nullable JsonNode after) {
        Map<String, JsonNode> was = fields(before);
        Map<String, JsonNode> is = fields(after);
        TreeSet<String> paths = new TreeSet<>(was.keySet());
        paths.addAll(is.keySet());
        JsonNode none = JsonNodeFactory.instance.missingNode();
        return paths.stream()
                .filter(path -> !was.getOrDefault(path, none).equals(is.getOrDefault(path, none)))
                .toList();
    }

    /** Documents are at most two levels deep. */
    private static Map<String, JsonNode> fields(@Nullable JsonNode document) {
        Map<String, JsonNode> fields = new TreeMap<>();
        if (document instanceof ObjectNode object) {
            object.properties().forEach(entry -> {
                if (entry.getValue() instanceof ObjectNode group) {
                    group.properties()
                            .forEach(inner -> fields.put(entry.getKey() + "." + inner.getKey(), inner.getValue()));
                } else {
                    fields.put(entry.getKey(), entry.getValue());
                }
            });
        }
        return fields;
    }
}
