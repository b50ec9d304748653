// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BinaryOperator;

/** The ways in which the stricter of two values of a field is found. Each is commutative and associative but {@link #first}. */
final class Strictest {
    private Strictest() {}

    static <T extends Comparable<T>> BinaryOperator<T> least() {
        return (a, b) -> a.compareTo(b) <= 0 ? a : b;
    }

    static <T extends Comparable<T>> BinaryOperator<T> most() {
        return (a, b) -> a.compareTo(b) >= 0 ? a : b;
    }

    static BinaryOperator<Boolean> falseWins() {
        return Boolean::logicalAnd;
    }

    static BinaryOperator<Boolean> trueWins() {
        return Boolean::logicalOr;
    }

    static <T> BinaryOperator<Set<T>> intersection() {
        return (a, b) -> {
            Set<T> both = new HashSet<>(a);
            both.retainAll(b);
            return Collections.unmodifiableSet(both);
        };
    }

    /** For a list that names whom something concerns, where an empty list names everybody. */
    static <T> BinaryOperator<Set<T>> unionWhereEmptyMeansAll() {
        return (a, b) -> {
            if (a.isEmpty() || b.isEmpty()) {
                return Set.of();
            }
            Set<T> either = new HashSet<>(a);
            either.addAll(b);
            return Collections.unmodifiableSet(either);
        };
    }

    /** For a field of taste, where no value is stricter than another: the upper layer's word stands. */
    static <T> BinaryOperator<T> first() {
        return (a, b) -> a;
    }
}
