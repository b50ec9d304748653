// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.mspmfa.it.http.Answer;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The published description of the calls, {@code docs/openapi.yaml}. */
final class OpenApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode document;

    private OpenApi(JsonNode document) {
        this.document = document;
    }

    static OpenApi read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            Object yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            return new OpenApi(JSON.valueToTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each call in the form {@code GET /admin/...}. */
    Set<String> calls() {
        Set<String> calls = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> METHODS.stream()
                        .filter(path.getValue()::has)
                        .forEach(method -> calls.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return calls;
    }

    /** What is wrong with the response to a call. */
    List<String> problems(String call, Answer answer) {
        String[] parts = call.split(" ", 2);
        JsonNode operation = document.path("paths").path(parts[1]).path(parts[0].toLowerCase(Locale.ROOT));
        JsonNode response = resolve(operation.path("responses").path(Integer.toString(answer.status())));
        if (response.isMissingNode()) {
            return List.of("status " + answer.status() + " is not described");
        }
        if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/csv")) {
            JsonNode table = response.at("/content/text~1csv/schema");
            return table.isMissingNode()
                    ? List.of("an answer in CSV is not described")
                    : problems(table, JSON.valueToTree(answer.body()));
        }
        JsonNode schema = response.at("/content/application~1json/schema");
        if (schema.isMissingNode()) {
            return answer.body().isEmpty() ? List.of() : List.of("a body is not described: " + answer.body());
        }
        return problems(schema, answer.json());
    }

    /** What is wrong with the document's examples. */
    List<String> wrongExamples() {
        List<String> wrong = new ArrayList<>();
        document.findParents("example").forEach(place -> {
            if (place.has("schema")) {
                wrong.addAll(problems(place.path("schema"), place.path("example")));
            }
        });
        document.findParents("examples").forEach(place -> {
            if (place.has("schema")) {
                place.path("examples")
                        .forEach(example -> wrong.addAll(
                                problems(place.path("schema"), resolve(example).path("value"))));
            }
        });
        return wrong;
    }

    private List<String> problems(JsonNode schema, JsonNode value) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.path("components"));
        return SCHEMAS.getSchema(whole, STRICT).validate(value).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private JsonNode resolve(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }
}
