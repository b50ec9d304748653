// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The documentation lists exactly the fields and values that the code accepts. With {@code -Ddocs.write=true}, its lists
 * are written anew first.
 */
class DocumentedFieldsTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\|(?:[^|]*\\|){3} (.*) \\|");
    private static final Pattern PROPERTY = Pattern.compile(" {8}( {4})?(\\w+):(?:.*, description: (.*)})?.*");

    @Test
    void theTableIsMadeFromTheFields() throws IOException {
        List<String> table =
                current("policy.md", "<!-- fields:start -->", "<!-- fields:end -->", DocumentedFieldsTest::table);

        assertThat(table).isEqualTo(table(table));
        assertThat(proseOf(table))
                .hasSameSizeAs(PolicyField.ALL)
                .allSatisfy((path, prose) -> assertThat(prose.split(" \\| ", -1))
                        .as("strictest, meaning, in effect of %s", path)
                        .hasSize(3)
                        .doesNotContain(""));
    }

    @Test
    void theSchemaIsMadeFromTheFields() throws IOException {
        List<String> schema = current("openapi.yaml", "# fields:start", "# fields:end", DocumentedFieldsTest::schema);

        assertThat(schema).isEqualTo(schema(schema));
    }

    @Test
    void theSchemaNamesTheMethods() throws IOException {
        assertThat(Files.readString(DOCS.resolve("openapi.yaml")))
                .contains("    Method:\n      type: string\n      enum: " + FieldDocs.words(FieldDocs.METHODS) + "\n");
    }

    private static List<String> table(List<String> old) {
        return FieldDocs.table(proseOf(old));
    }

    private static Map<String, String> proseOf(List<String> table) {
        Map<String, String> prose = new HashMap<>();
        for (String line : table) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                prose.put(row.group(1), row.group(2));
            }
        }
        return prose;
    }

    private static List<String> schema(List<String> old) {
        Map<String, String> descriptions = new HashMap<>();
        String group = "";
        for (String line : old) {
            Matcher property = PROPERTY.matcher(line);
            if (property.matches()) {
                boolean nested = property.group(1) != null;
                group = nested ? group : property.group(2) + ".";
                if (property.group(3) != null) {
                    descriptions.put(nested ? group + property.group(2) : property.group(2), property.group(3));
                }
            }
        }
        return FieldDocs.schema(descriptions);
    }

    /** The lines between two marks, after they were made anew if that is wanted. */
    private static List<String> current(
            String file, String start, String end, Function<List<String>, List<String>> anew) throws IOException {
        Path path = DOCS.resolve(file);
        List<String> lines = new ArrayList<>(Files.readAllLines(path));
        List<String> marks = lines.stream().map(String::strip).toList();
        assertThat(marks).containsOnlyOnce(start).containsOnlyOnce(end);
        List<String> between = lines.subList(marks.indexOf(start) + 1, marks.indexOf(end));
        if (Boolean.getBoolean("docs.write")) {
            List<String> made = anew.apply(List.copyOf(between));
            between.clear();
            between.addAll(made);
            Files.writeString(path, String.join("\n", lines) + "\n");
            return made;
        }
        return List.copyOf(between);
    }
}
