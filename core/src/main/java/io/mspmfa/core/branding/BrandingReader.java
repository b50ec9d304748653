// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.branding;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.mspmfa.core.sentences.FieldFault;
import io.mspmfa.core.sentences.FieldProblem;
import io.mspmfa.core.sentences.Sentence;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a brand's document. Whoever stores one refuses it if there is any problem; whoever shows a stored one uses the
 * fields that can be read, and inherits the others.
 */
public final class BrandingReader {
    /** The most characters of a document: that of four images, and some texts. */
    public static final int MOST_CHARACTERS = 400_000;

    private static final ObjectReader JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .readerFor(JsonNode.class)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Map<BrandField, String> values = new EnumMap<>(BrandField.class);
    private final List<FieldProblem> problems = new ArrayList<>();

    private BrandingReader() {}

    /**
     * What was read.
     *
     * @param branding the fields that can be read
     * @param problems with the others, and with the document as a whole; none of them quotes a value
     */
    public record Reading(Branding branding, List<FieldProblem> problems) {}

    /** Reads a document, whatever it contains. */
    public static Reading read(String json) {
        BrandingReader reader = new BrandingReader();
        reader.parse(json).ifPresent(document -> reader.readObject("", document));
        return new Reading(new Branding(reader.values), List.copyOf(reader.problems));
    }

    private Optional<JsonNode> parse(String json) {
        if (json.length() > MOST_CHARACTERS) {
            return refused(FieldFault.TOO_LONG.with(MOST_CHARACTERS));
        }
        try {
            JsonNode document = JSON.readValue(json);
            return document != null && document.isObject()
                    ? Optional.of(document)
                    : refused(FieldFault.NOT_JSON_OBJECT.with());
        } catch (JsonProcessingException e) {
            return refused(FieldFault.NOT_JSON.with()); // Jackson's own message quotes the document
        }
    }

    private Optional<JsonNode> refused(Sentence reason) {
        problems.add(new FieldProblem("", reason));
        return Optional.empty();
    }

    private void readObject(String prefix, JsonNode object) {
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            String path = prefix + entry.getKey();
            JsonNode value = entry.getValue();
            Optional<BrandField> field = entry.getKey().contains(".") ? Optional.empty() : BrandField.at(path);
            if (field.isPresent()) {
                readField(field.get(), value);
            } else if (prefix.isEmpty() && BrandField.isGroup(path) && value.isObject()) {
                readObject(path + ".", value);
            } else {
                problems.add(
                        FieldProblem.of(path, BrandField.isGroup(path) ? FieldFault.NOT_OBJECT : FieldFault.NOT_KNOWN));
            }
        }
    }

    private void readField(BrandField field, JsonNode value) {
        Optional<Sentence> problem = field.isFlag() ? flagProblem(value) : textProblem(field, value);
        problem.ifPresentOrElse(
                reason -> problems.add(new FieldProblem(field.path(), reason)),
                () -> values.put(field, value.asText()));
    }

    private static Optional<Sentence> flagProblem(JsonNode value) {
        return value.isBoolean() ? Optional.empty() : Optional.of(FieldFault.NOT_FLAG.with());
    }

    private static Optional<Sentence> textProblem(BrandField field, JsonNode value) {
        return value.isTextual() ? field.problem(value.textValue()) : Optional.of(FieldFault.NOT_TEXT.with());
    }
}
