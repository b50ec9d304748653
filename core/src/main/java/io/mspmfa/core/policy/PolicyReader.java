// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.mspmfa.core.sentences.FieldFault;
import io.mspmfa.core.sentences.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads a policy document strictly: an unknown field, a wrong type or a value out of range rejects the whole document.
 */
public final class PolicyReader {
    /** A policy fits on a screen; anything longer than this many characters is not a policy. */
    static final int MAX_CHARACTERS = 65_536;

    private static final ObjectReader JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .readerFor(JsonNode.class)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final Map<String, PolicyField<?>> FIELDS =
            PolicyField.ALL.stream().collect(Collectors.toUnmodifiableMap(PolicyField::path, Function.identity()));

    private PolicyReader() {}

    /**
     * Reads a policy document.
     *
     * @throws PolicyRefusedException listing each problem with the path of its field
     */
    public static PolicyLayer read(String json) throws PolicyRefusedException {
        List<FieldProblem> problems = new ArrayList<>();
        PolicyLayer layer = readObject("", parse(json), PolicyLayer.empty(), problems);
        if (!problems.isEmpty()) {
            throw new PolicyRefusedException(problems);
        }
        return layer;
    }

    private static JsonNode parse(String json) throws PolicyRefusedException {
        if (json.length() > MAX_CHARACTERS) {
            throw refused(FieldFault.TOO_LONG, MAX_CHARACTERS);
        }
        try {
            JsonNode node = JSON.readValue(json);
            if (node == null || !node.isObject()) {
                throw refused(FieldFault.NOT_JSON_OBJECT);
            }
            return node;
        } catch (JsonProcessingException e) {
            // Jackson's own message quotes the document
            throw refused(FieldFault.NOT_JSON);
        }
    }

    private static PolicyRefusedException refused(FieldFault fault, Object... values) {
        return new PolicyRefusedException(List.of(FieldProblem.of("", fault, values)));
    }

    private static PolicyLayer readObject(
            String prefix, JsonNode object, PolicyLayer layer, List<FieldProblem> problems) {
        PolicyLayer read = layer;
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            String path = prefix + entry.getKey();
            PolicyField<?> field = FIELDS.get(path);
            if (entry.getKey().contains(".")) {
                // the key "a.b" is not the b in a: it would escape the search for duplicate fields
                problems.add(FieldProblem.of(path, FieldFault.NOT_KNOWN));
            } else if (field != null) {
                read = readField(field, entry.getValue(), read, problems);
            } else if (prefix.isEmpty() && isGroup(path)) {
                read = readGroup(path, entry.getValue(), read, problems);
            } else {
                problems.add(FieldProblem.of(path, FieldFault.NOT_KNOWN));
            }
        }
        return read;
    }

    private static boolean isGroup(String name) {
        return FIELDS.keySet().stream().anyMatch(path -> path.startsWith(name + "."));
    }

    private static PolicyLayer readGroup(String name, JsonNode value, PolicyLayer layer, List<FieldProblem> problems) {
        if (!value.isObject()) {
            problems.add(FieldProblem.of(name, FieldFault.NOT_OBJECT));
            return layer;
        }
        return readObject(name + ".", value, layer, problems);
    }

    private static <T> PolicyLayer readField(
            PolicyField<T> field, JsonNode value, PolicyLayer layer, List<FieldProblem> problems) {
        Optional<T> read = field.type().read().apply(value);
        if (read.isEmpty()) {
            problems.add(new FieldProblem(field.path(), field.type().allowed().otherwise()));
            return layer;
        }
        return layer.with(field, read.get());
    }
}
