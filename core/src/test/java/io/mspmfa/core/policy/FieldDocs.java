// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The two places of the documentation that list every field, made from {@link PolicyField#ALL}. Prose, which is written
 * by hand, goes back to the field that it was found at.
 */
final class FieldDocs {
    /** The words of a method, which have a schema of their own. */
    static final List<String> METHODS =
            Arrays.stream(Method.values()).map(Method::json).toList();

    private FieldDocs() {}

    /**
     * The table of docs/policy.md.
     *
     * @param prose for each path the last three cells: strictest, meaning, in effect
     */
    static List<String> table(Map<String, String> prose) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("| field | type | range | default | strictest | meaning | in effect |");
        lines.add("|---|---|---|---|---|---|---|");
        PolicyField.ALL.forEach(
                field -> lines.add("| " + row(field) + " | " + prose.getOrDefault(field.path(), " | | ") + " |"));
        lines.add("");
        return lines;
    }

    /**
     * The properties of the schema in docs/openapi.yaml.
     *
     * @param descriptions of those fields that have one, by path
     */
    static List<String> schema(Map<String, String> descriptions) {
        List<String> lines = new ArrayList<>();
        String group = "";
        for (PolicyField<?> field : PolicyField.ALL) {
            int dot = field.path().indexOf('.');
            boolean nested = dot >= 0;
            if (nested && !field.path().startsWith(group + ".")) {
                group = field.path().substring(0, dot);
                lines.add("        " + group + ":");
                lines.add("          type: object");
                lines.add("          additionalProperties: false");
                lines.add("          properties:");
            }
            String description =
                    descriptions.containsKey(field.path()) ? ", description: " + descriptions.get(field.path()) : "";
            String indent = " ".repeat(nested ? 12 : 8);
            lines.add(indent + field.path().substring(dot + 1) + ": {" + schema(field) + description + "}");
        }
        return lines;
    }

    private static <T> String row(PolicyField<T> field) {
        Allowed allowed = field.type().allowed();
        JsonNode fallback = fallback(field);
        String value = allowed instanceof Allowed.Word ? fallback.textValue() : fallback.toString();
        String fallbackCell = fallback.isInt() ? value : "`" + value + "`";
        return "`" + field.path() + "` | " + type(allowed) + " | " + range(allowed) + " | " + fallbackCell;
    }

    private static String type(Allowed allowed) {
        if (allowed instanceof Allowed.ListOf list) {
            return "list of " + type(list.element()) + "s";
        }
        if (allowed instanceof Allowed.WholeNumber) {
            return "number";
        }
        if (allowed instanceof Allowed.Word) {
            return "word";
        }
        return allowed instanceof Allowed.Flag ? "flag" : "text";
    }

    private static String range(Allowed allowed) {
        if (allowed instanceof Allowed.WholeNumber number) {
            return number.least() + " to " + number.most();
        }
        if (allowed instanceof Allowed.Word word) {
            return word.words().stream().map(each -> "`" + each + "`").collect(Collectors.joining(", "));
        }
        if (allowed instanceof Allowed.Line line) {
            String form = line.form().isEmpty() ? "" : ": " + line.form();
            return "one line, at most " + line.most() + " characters" + form;
        }
        if (allowed instanceof Allowed.ListOf list) {
            return (list.least() == 0 ? "" : "at least one of ") + range(list.element());
        }
        return allowed instanceof Allowed.Flag ? "`true`, `false`" : "";
    }

    private static <T> String schema(PolicyField<T> field) {
        Allowed allowed = field.type().allowed();
        String type = schema(allowed);
        // a reference can't have siblings
        return type.startsWith("$ref") ? type : type + ", default: " + yaml(fallback(field));
    }

    private static String schema(Allowed allowed) {
        if (allowed instanceof Allowed.WholeNumber number) {
            return "type: integer, minimum: " + number.least() + ", maximum: " + number.most();
        }
        if (allowed instanceof Allowed.Word word) {
            return word.words().equals(METHODS)
                    ? "$ref: \"#/components/schemas/Method\""
                    : "type: string, enum: " + words(word.words());
        }
        if (allowed instanceof Allowed.Line line) {
            return "type: string, maxLength: " + line.most();
        }
        if (allowed instanceof Allowed.ListOf list) {
            String least = list.least() == 0 ? "" : "minItems: " + list.least() + ", ";
            return "type: array, " + least + "items: {" + schema(list.element()) + "}";
        }
        return allowed instanceof Allowed.Flag ? "type: boolean" : "type: string, minLength: 1";
    }

    private static String yaml(JsonNode fallback) {
        String json = fallback.toString();
        return json.equals("\"\"") ? json : json.replace("\"", "");
    }

    /** YAML would read an unquoted "off" as false. */
    static String words(List<String> words) {
        return words.stream()
                .map(word -> word.equals("off") ? "\"off\"" : word)
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static <T> JsonNode fallback(PolicyField<T> field) {
        return field.type().write().apply(field.fallback());
    }
}
