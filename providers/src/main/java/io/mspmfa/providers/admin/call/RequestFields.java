// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.core.policy.PolicyLayer;
import io.mspmfa.core.policy.PolicyReader;
import io.mspmfa.core.policy.PolicyRefusedException;
import io.mspmfa.core.sentences.FieldFault;
import io.mspmfa.core.sentences.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The fields of a small JSON body. Every error is collected, and {@link #check} reports all of them at once. */
public final class RequestFields {
    private final ObjectNode body;
    private final List<FieldProblem> problems = new ArrayList<>();

    /**
     * @param known the fields that may occur
     */
    public RequestFields(ObjectNode body, Set<String> known) {
        this.body = body;
        body.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                problems.add(FieldProblem.of(name, FieldFault.NOT_KNOWN));
            }
        });
    }

    /** A mandatory flag. */
    public boolean flag(String name) {
        JsonNode value = body.path(name);
        if (!value.isBoolean()) {
            refuse(name, FieldFault.NOT_FLAG);
        }
        return value.asBoolean();
    }

    /** A mandatory text that is not blank. */
    public String text(String name, int maxLength) {
        String value = body.path(name).isTextual() ? body.path(name).textValue().strip() : "";
        if (value.isEmpty() || value.length() > maxLength) {
            refuse(name, FieldFault.TEXT_LENGTH, maxLength);
        } else if (hasNul(value)) {
            refuse(name, FieldFault.NUL_CHARACTER);
        }
        return value;
    }

    /** An optional text; empty if it is missing. */
    public String optionalText(String name, int maxLength) {
        return body.has(name) ? text(name, maxLength) : "";
    }

    /** An optional word, one of the lower-case names of an enum. */
    public <E extends Enum<E>> E choice(String name, E fallback) {
        JsonNode value = body.path(name);
        if (value.isMissingNode()) {
            return fallback;
        }
        List<E> all = List.of(fallback.getDeclaringClass().getEnumConstants());
        return all.stream()
                .filter(one -> value.isTextual() && word(one).equals(value.textValue()))
                .findFirst()
                .orElseGet(() -> {
                    refuse(
                            name,
                            FieldFault.NOT_ONE_OF,
                            all.stream().map(RequestFields::word).toList());
                    return fallback;
                });
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    /** An optional whole number. */
    public int number(String name, int least, int most, int fallback) {
        JsonNode value = body.path(name);
        if (value.isMissingNode()) {
            return fallback;
        }
        if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
            refuse(name, FieldFault.OUT_OF_RANGE, least, most);
        }
        return value.intValue();
    }

    /** A mandatory list of texts. */
    public List<String> texts(String name, int most) {
        JsonNode value = body.path(name);
        List<String> texts = new ArrayList<>();
        boolean right = value.isArray() && !value.isEmpty() && value.size() <= most;
        for (JsonNode element : value) {
            right &= element.isTextual() && !hasNul(element.textValue());
            texts.add(element.asText());
        }
        if (!right) {
            refuse(name, FieldFault.LIST_LENGTH, most);
        }
        return texts;
    }

    /** A mandatory policy. Errors in it are reported with their path from the root of the body. */
    public PolicyLayer policy(String name) {
        try {
            return PolicyReader.read(body.path(name).toString());
        } catch (PolicyRefusedException e) {
            e.problems()
                    .forEach(problem -> problems.add(new FieldProblem(
                            problem.field().isEmpty() ? name : name + "." + problem.field(), problem.reason())));
            return PolicyLayer.empty();
        }
    }

    /** Databases reject it. */
    private static boolean hasNul(String text) {
        return text.indexOf('\0') >= 0;
    }

    private void refuse(String name, FieldFault fault, Object... values) {
        problems.add(FieldProblem.of(name, fault, values));
    }

    /** Refuses the body if anything in it is wrong. */
    public void check() {
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
    }
}
