// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.call;

import io.mspmfa.core.sentences.FieldFault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Query parameters, parsed by hand, because JAX-RS answers an invalid one with 404. */
public final class QueryParameter {
    private static final int MAX_TEXT = 255;

    private QueryParameter() {}

    /** A flag; false if it is missing. */
    public static boolean flag(String name, @Nullable String value) {
        return Boolean.TRUE.equals(optionalFlag(name, value));
    }

    /** A flag; null if it is missing. */
    public static @Nullable Boolean optionalFlag(String name, @Nullable String value) {
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
    public static int number(String name, @Nullable String value, int least, int most, int fallback) {
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
    public static String word(String name, @Nullable String value, String fallback, String... words) {
        if (value == null) {
            return fallback;
        }
        if (!List.of(words).contains(value)) {
            throw Problem.invalid(name, FieldFault.NOT_ONE_OF, List.of(words));
        }
        return value;
    }

    /** A text; null if it is missing or empty. */
    public static @Nullable String text(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > MAX_TEXT) {
            throw Problem.invalid(name, FieldFault.TOO_LONG, MAX_TEXT);
        }
        if (value.indexOf('\0') >= 0) {
            throw Problem.invalid(name, FieldFault.NUL_CHARACTER); // databases reject it
        }
        return value.strip();
    }
}
