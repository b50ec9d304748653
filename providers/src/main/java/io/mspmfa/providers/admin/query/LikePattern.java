// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.query;

import java.util.Locale;

/** What a text has to contain, in any case, as a condition in HQL whose parameter is {@code search}. */
public final class LikePattern {
    private LikePattern() {}

    /** The condition on the text at a path. */
    public static String condition(String path) {
        return "lower(" + path + ") like :search escape '!'";
    }

    /** The parameter for a part that people typed, whose signs stand for themselves. */
    public static String containing(String part) {
        String literal = part.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return "%" + literal.toLowerCase(Locale.ROOT) + "%";
    }
}
