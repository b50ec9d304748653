// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.spi;

import java.util.Optional;

/**
 * What someone who sets up a factor wants of it.
 *
 * @param kind what becomes of the factors that the user has
 * @param method the only method that will do; empty if the user may choose
 * @param type the only type of credential that will do; empty if the user may choose among those of the method
 * @param credentialId the factor to replace; empty unless it is one in particular
 */
public record Wish(Kind kind, Optional<String> method, Optional<String> type, Optional<String> credentialId) {

    /** To have a factor: an app replaces the apps that the user has, a key is added. */
    public static final Wish FACTOR = new Wish(Kind.FACTOR, Optional.empty(), Optional.empty(), Optional.empty());

    /** To have another one besides those that the user has. */
    public static final Wish ANOTHER = new Wish(Kind.ANOTHER, Optional.empty(), Optional.empty(), Optional.empty());

    /** What becomes of the factors that the user has. */
    public enum Kind {
        FACTOR,
        ANOTHER,
        REPLACEMENT
    }

    /** To have a factor of this method, whatever the user would choose. */
    public static Wish of(String method) {
        return new Wish(Kind.FACTOR, Optional.of(method), Optional.empty(), Optional.empty());
    }

    /** To have a factor of this method whose credential is of this type. */
    public static Wish of(String method, String type) {
        return new Wish(Kind.FACTOR, Optional.of(method), Optional.of(type), Optional.empty());
    }

    /** To have a factor of this method in place of one that the user has. */
    public static Wish replacing(String method, String credentialId) {
        return new Wish(Kind.REPLACEMENT, Optional.of(method), Optional.empty(), Optional.of(credentialId));
    }

    /** Whether a method will do. */
    public boolean accepts(String word) {
        return method.isEmpty() || method.get().equals(word);
    }
}
