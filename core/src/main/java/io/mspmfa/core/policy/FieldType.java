// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a field's JSON value may be.
 *
 * @param expectation the end of the sentence "must be ..."
 * @param read the value, or empty where the node is not of this type or out of range
 */
record FieldType<T>(String expectation, Function<JsonNode, Optional<T>> read) {

    static FieldType<Boolean> flag() {
        return new FieldType<>(
                "true or false", node -> node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty());
    }

    static FieldType<Integer> number(int least, int most) {
        return new FieldType<>(
                "a whole number from " + least + " to " + most,
                node -> node.isInt() && node.intValue() >= least && node.intValue() <= most
                        ? Optional.of(node.intValue())
                        : Optional.empty());
    }

    static <E extends Enum<E>> FieldType<E> word(E[] values, Function<E, String> json) {
        String words = Arrays.stream(values).map(json).collect(Collectors.joining(", "));
        return new FieldType<>(
                "one of " + words,
                node -> Arrays.stream(values)
                        .filter(value -> node.isTextual() && json.apply(value).equals(node.textValue()))
                        .findFirst());
    }

    static FieldType<String> text() {
        return new FieldType<>(
                "a text that is not empty",
                node -> Optional.ofNullable(node.textValue()).filter(text -> !text.isBlank()));
    }

    static <T> FieldType<Set<T>> listOf(FieldType<T> element, int least) {
        String atLeast = least == 0 ? "" : ", at least " + least;
        return new FieldType<>("a list" + atLeast + ", each " + element.expectation(), node -> {
            if (!node.isArray() || node.size() < least) {
                return Optional.empty();
            }
            Set<T> values = new LinkedHashSet<>();
            for (JsonNode child : node) {
                Optional<T> value = element.read().apply(child);
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                values.add(value.get());
            }
            return Optional.of(Set.copyOf(values));
        });
    }
}
