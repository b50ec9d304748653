// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.mspmfa.core.sentences.FieldFault;
import io.mspmfa.core.sentences.Sentence;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The JSON values that a field accepts.
 *
 * @param allowed a description of the accepted values, as data
 * @param read converts a node; empty if it has the wrong type or is out of range
 * @param write the inverse of {@code read}; equal values give equal nodes
 */
record FieldType<T>(Allowed allowed, Function<JsonNode, Optional<T>> read, Function<T, JsonNode> write) {
    static FieldType<Boolean> flag() {
        return new FieldType<>(
                new Allowed.Flag(),
                node -> node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty(),
                BooleanNode::valueOf);
    }

    static FieldType<Integer> number(int least, int most) {
        return new FieldType<>(
                new Allowed.WholeNumber(least, most),
                node -> node.isInt() && node.intValue() >= least && node.intValue() <= most
                        ? Optional.of(node.intValue())
                        : Optional.empty(),
                IntNode::valueOf);
    }

    static <E extends Enum<E>> FieldType<E> word(E[] values, Function<E, String> json) {
        return new FieldType<>(
                new Allowed.Word(Arrays.stream(values).map(json).toList()),
                node -> Arrays.stream(values)
                        .filter(value -> node.isTextual() && json.apply(value).equals(node.textValue()))
                        .findFirst(),
                value -> TextNode.valueOf(json.apply(value)));
    }

    static FieldType<String> text() {
        return new FieldType<>(
                new Allowed.Text(),
                node -> Optional.ofNullable(node.textValue()).filter(text -> !text.isBlank()),
                TextNode::valueOf);
    }

    /**
     * Text for people, which may be empty. Control characters are refused, because the text is shown in e-mails.
     *
     * @param most the maximum number of characters
     */
    static FieldType<String> line(int most) {
        return line(most, "", FieldFault.NOT_ONE_LINE.with(most), text -> true);
    }

    /**
     * Text for people that has a certain form.
     *
     * @param form what is accepted, in words
     * @param otherwise what is said about any other text
     * @param accepts whether a line has that form
     */
    static FieldType<String> line(int most, String form, Sentence otherwise, Predicate<String> accepts) {
        return new FieldType<>(
                new Allowed.Line(most, form, otherwise),
                node -> Optional.ofNullable(node.textValue())
                        .filter(text -> text.codePointCount(0, text.length()) <= most)
                        .filter(text -> text.codePoints().noneMatch(FieldType::isControl))
                        .filter(accepts),
                TextNode::valueOf);
    }

    static <T extends Comparable<? super T>> FieldType<Set<T>> listOf(FieldType<T> element, int least) {
        return new FieldType<>(
                new Allowed.ListOf(element.allowed(), least),
                node -> node.isArray() && node.size() >= least ? readAll(element, node) : Optional.empty(),
                values -> writeAll(element, values));
    }

    private static <T> Optional<Set<T>> readAll(FieldType<T> element, JsonNode array) {
        Set<T> values = new LinkedHashSet<>();
        for (JsonNode child : array) {
            Optional<T> value = element.read().apply(child);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        return Optional.of(Set.copyOf(values));
    }

    private static <T extends Comparable<? super T>> ArrayNode writeAll(FieldType<T> element, Set<T> values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        // sorted, because equal sets may iterate in any order
        values.stream().sorted().map(element.write()).forEach(array::add);
        return array;
    }

    private static boolean isControl(int codePoint) {
        return switch (Character.getType(codePoint)) {
            // half a surrogate pair is not a character, and the database would not return it unchanged
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        };
    }
}
