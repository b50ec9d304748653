// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The documentation lists exactly the values that the code accepts for each field. */
class DocumentedFieldsTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final List<String> METHODS =
            Arrays.stream(Method.values()).map(Method::json).toList();

    @Test
    void theTableNamesFieldTypeRangeAndDefault() throws IOException {
        List<String> documented = between("policy.md", "<!-- fields:start -->", "<!-- fields:end -->").stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> Arrays.stream(line.split("\\|"))
                        .skip(1)
                        .limit(4)
                        .map(cell -> cell.strip().replaceAll(" \\(.*\\)$", "")) // a remark, such as (everyone)
                        .collect(Collectors.joining(" | ")))
                .toList();
        assertThat(documented)
                .containsExactlyElementsOf(
                        PolicyField.ALL.stream().map(DocumentedFieldsTest::row).toList());
    }

    @Test
    void theSchemaNamesFieldTypeRangeAndDefault() throws IOException {
        List<String> documented = new ArrayList<>();
        String group = "";
        for (String line : between("openapi.yaml", "# fields:start", "# fields:end")) {
            String text = line.strip().replaceAll(", description: .*}$", "}");
            boolean nested = line.startsWith(" ".repeat(12));
            if (text.contains(": {")) {
                documented.add((nested ? group + "." : "") + text);
            } else if (!nested && line.matches(" {8}\\w+:")) {
                group = text.substring(0, text.length() - 1);
            }
        }
        assertThat(documented)
                .containsExactlyElementsOf(PolicyField.ALL.stream()
                        .map(field -> field.path() + ": " + schema(field))
                        .toList());
    }

    @Test
    void theSchemaNamesTheMethods() throws IOException {
        assertThat(Files.readString(DOCS.resolve("openapi.yaml")))
                .contains("    Method:\n      type: string\n      enum: " + words(METHODS) + "\n");
    }

    private static List<String> between(String file, String start, String end) throws IOException {
        List<String> lines = Files.readAllLines(DOCS.resolve(file));
        List<String> marks = lines.stream().map(String::strip).toList();
        assertThat(marks).containsOnlyOnce(start).containsOnlyOnce(end);
        return lines.subList(marks.indexOf(start), marks.indexOf(end));
    }

    private static <T> String row(PolicyField<T> field) {
        Allowed allowed = field.type().allowed();
        JsonNode fallback = fallback(field);
        boolean plain = fallback.isInt();
        String value = allowed instanceof Allowed.Word ? fallback.textValue() : fallback.toString();
        return String.join(
                " | ", "`" + field.path() + "`", type(allowed), range(allowed), plain ? value : "`" + value + "`");
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
            return "one line, at most " + line.most() + " characters";
        }
        if (allowed instanceof Allowed.ListOf list) {
            return list.least() == 0 ? "" : "at least one of " + range(list.element());
        }
        return allowed instanceof Allowed.Flag ? "`true`, `false`" : "";
    }

    private static <T> String schema(PolicyField<T> field) {
        Allowed allowed = field.type().allowed();
        String type = schema(allowed);
        // a reference can't have siblings
        return type.startsWith("$ref") ? "{" + type + "}" : "{" + type + ", default: " + yaml(fallback(field)) + "}";
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
    private static String words(List<String> words) {
        return words.stream()
                .map(word -> word.equals("off") ? "\"off\"" : word)
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static <T> JsonNode fallback(PolicyField<T> field) {
        return field.type().write().apply(field.fallback());
    }
}
