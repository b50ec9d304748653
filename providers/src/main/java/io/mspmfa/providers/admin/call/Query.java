// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.call;

import io.mspmfa.core.sentences.FieldFault;
import io.mspmfa.core.sentences.FieldProblem;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a call's query, parsed by hand, because JAX-RS answers an invalid one with 404. A parameter that the
 * call doesn't have is refused: its caller would believe that it had worked. Of a parameter that occurs several times,
 * the first one counts.
 */
public final class Query {
    private static final int MAX_TEXT = 255;

    private final MultivaluedMap<String, String> values;
    private final Set<String> known;

    Query(MultivaluedMap<String, String> values, Set<String> known) {
        this.values = values;
        this.known = known;
        List<FieldProblem> problems = values.keySet().stream()
                .filter(name -> !known.contains(name))
                .map(name -> FieldProblem.of(name, FieldFault.NOT_KNOWN))
                .toList();
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
    }

    /** A flag; false if it is missing. */
    public boolean flag(String name) {
        return Boolean.TRUE.equals(optionalFlag(name));
    }

    /** A flag; null if it is missing. */
    public @Nullable Boolean optionalFlag(String name) {
        String value = raw(name);
        if (value == null) {
            return null;
        }
        return switch (value) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw Problem.invalid(name, FieldFault.NOT_FLAG);
        };
    }

    /** A whole number. */
    public int number(String name, int least, int most, int fallback) {
        String value = raw(name);
        if (value == null) {
            return fallback;
        }
        int number = value.matches("\\d{1,9}") ? Integer.parseInt(value) : -1;
        if (number < least || number > most) {
            throw Problem.invalid(name, FieldFault.OUT_OF_RANGE, least, most);
        }
        return number;
    }

    /** One of several words. */
    public String word(String name, String fallback, List<String> words) {
        String value = optionalWord(name, words);
        return value == null ? fallback : value;
    }

    /** One of several words; null if it is missing. */
    public @Nullable String optionalWord(String name, List<String> words) {
        String value = raw(name);
        if (value != null && !words.contains(value)) {
            throw Problem.invalid(name, FieldFault.NOT_ONE_OF, words);
        }
        return value;
    }

    /** Whether {@code order} asks for the last one first. */
    public boolean isDescending() {
        return word("order", "asc", List.of("asc", "desc")).equals("desc");
    }

    /** A text of at most 255 characters; null if it is missing or empty. */
    public @Nullable String text(String name) {
        return text(name, MAX_TEXT);
    }

    /** A text; null if it is missing or empty. */
    public @Nullable String text(String name, int max) {
        String value = raw(name);
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > max) {
            throw Problem.invalid(name, FieldFault.TOO_LONG, max);
        }
        if (value.indexOf('\0') >= 0) {
            throw Problem.invalid(name, FieldFault.NUL_CHARACTER); // databases reject it
        }
        return value.strip();
    }

    /** What the caller sent; null if it is missing. */
    public @Nullable String raw(String name) {
        if (!known.contains(name)) {
            throw new IllegalArgumentException(name);
        }
        return values.getFirst(name);
    }
}
