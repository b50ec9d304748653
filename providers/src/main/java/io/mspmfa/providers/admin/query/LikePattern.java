// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.query;

import java.util.Locale;

/** A case-insensitive "contains" condition in HQL, with the parameter {@code search}. */
public final class LikePattern {
    private LikePattern() {}

    /** The condition on the text at a path. */
    public static String condition(String path) {
        return "lower(" + path + ") like :search escape '!'";
    }

    /** The parameter value for text that a person typed; its special characters are escaped. */
    public static String containing(String part) {
        String literal = part.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return "%" + literal.toLowerCase(Locale.ROOT) + "%";
    }
}
