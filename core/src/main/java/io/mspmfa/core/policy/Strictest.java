// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;

/**
 * Decides which of two values of a field is stricter.
 *
 * @param stricter the stricter of an upper and a lower layer's value; commutative, associative and idempotent, except
 *     for {@link #first}
 * @param isStrictest whether no value is stricter than this one
 * @param hasOrder whether values differ in strictness at all; false for a field of taste
 */
record Strictest<T>(BinaryOperator<T> stricter, Predicate<T> isStrictest, boolean hasOrder) {

    /**
     * @param bound the smallest value that the field accepts
     */
    static <T extends Comparable<T>> Strictest<T> least(T bound) {
        return ordered((a, b) -> a.compareTo(b) <= 0 ? a : b, value -> value.compareTo(bound) <= 0);
    }

    /**
     * @param bound the greatest value that the field accepts
     */
    static <T extends Comparable<T>> Strictest<T> most(T bound) {
        return ordered((a, b) -> a.compareTo(b) >= 0 ? a : b, value -> value.compareTo(bound) >= 0);
    }

    static Strictest<Boolean> falseWins() {
        return least(false);
    }

    static Strictest<Boolean> trueWins() {
        return most(true);
    }

    /**
     * For a list of what is allowed.
     *
     * @param fewest the minimum number of elements that the result must keep
     */
    static <T> Strictest<Set<T>> intersection(int fewest) {
        return ordered(
                (a, b) -> {
                    Set<T> both = new HashSet<>(a);
                    both.retainAll(b);
                    return Collections.unmodifiableSet(both);
                },
                value -> value.size() <= fewest);
    }

    /** For a list of those to whom something applies, where an empty list means everyone. */
    static <T> Strictest<Set<T>> unionWhereEmptyMeansAll() {
        return ordered(
                (a, b) -> {
                    if (a.isEmpty() || b.isEmpty()) {
                        return Set.of();
                    }
                    Set<T> either = new HashSet<>(a);
                    either.addAll(b);
                    return Collections.unmodifiableSet(either);
                },
                Set::isEmpty);
    }

    /** For a field of taste, where no value is stricter than another: the upper layer's value wins. */
    static <T> Strictest<T> first() {
        return new Strictest<>((a, b) -> a, value -> true, false);
    }

    private static <T> Strictest<T> ordered(BinaryOperator<T> stricter, Predicate<T> isStrictest) {
        return new Strictest<>(stricter, isStrictest, true);
    }
}
