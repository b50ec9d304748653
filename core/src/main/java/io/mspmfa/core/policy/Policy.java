// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The policy that applies to a realm or user: every field has a value. Immutable. */
public final class Policy {
    private final Map<PolicyField<?>, Object> values;
    private final List<PolicyLayer> layers;

    private Policy(Map<PolicyField<?>, Object> values, List<PolicyLayer> layers) {
        this.values = Map.copyOf(values);
        this.layers = List.copyOf(layers);
    }

    /**
     * Merges layers field by field: takes the strictest value that any layer sets, or the default if none does. Two
     * exceptions keep logins possible: in {@code methods}, a layer is skipped if it would leave none of the methods
     * that the layers above it allow; and a default method that is not allowed is replaced by the first one that is.
     *
     * @param layers from the uppermost (which decides fields without strictness) to the lowest; may be empty
     */
    public static Policy strictestOf(List<PolicyLayer> layers) {
        Map<PolicyField<?>, Object> values = new HashMap<>();
        for (PolicyField<?> field : PolicyField.ALL) {
            values.put(field, strictest(field, layers));
        }
        Set<Method> methods = methods(layers);
        values.put(PolicyField.METHODS, methods);
        values.put(PolicyField.DEFAULT_METHOD, defaultMethod(strictest(PolicyField.DEFAULT_METHOD, layers), methods));
        return new Policy(values, layers);
    }

    private static <T> T strictest(PolicyField<T> field, List<PolicyLayer> layers) {
        return layers.stream()
                .flatMap(layer -> layer.get(field).stream())
                .reduce(field::stricter)
                .orElse(field.fallback());
    }

    private static Set<Method> methods(List<PolicyLayer> layers) {
        List<Set<Method>> said = layers.stream()
                .flatMap(layer -> layer.get(PolicyField.METHODS).stream())
                .toList();
        Set<Method> allowed = said.isEmpty() ? PolicyField.METHODS.fallback() : said.get(0);
        for (Set<Method> methods : said) {
            Set<Method> common = PolicyField.METHODS.stricter(allowed, methods);
            allowed = common.isEmpty() ? allowed : common;
        }
        return allowed;
    }

    private static Method defaultMethod(Method wanted, Set<Method> methods) {
        return methods.contains(wanted)
                ? wanted
                : methods.stream().min(Comparator.naturalOrder()).orElse(wanted);
    }

    /** The field's value. */
    @SuppressWarnings("unchecked") // strictestOf() takes each value from its own field
    public <T> T get(PolicyField<T> field) {
        return (T) Objects.requireNonNull(values.get(field));
    }

    /**
     * Where the field's value comes from: the source of the uppermost layer that sets exactly this value, or
     * {@code default} if no layer sets the field. If no single layer contains the value (merged lists), the sources of
     * all layers that set the field, joined by {@code +}.
     */
    public String source(PolicyField<?> field) {
        List<PolicyLayer> naming =
                layers.stream().filter(layer -> layer.get(field).isPresent()).toList();
        if (naming.isEmpty()) {
            return "default";
        }
        Object value = get(field);
        return naming.stream()
                .filter(layer -> layer.get(field).filter(value::equals).isPresent())
                .findFirst()
                .map(PolicyLayer::source)
                .orElseGet(() -> naming.stream().map(PolicyLayer::source).collect(Collectors.joining("+")));
    }

    /** Whether this policy requires a second factor of a user who has none: in each login, or if risk is not low. */
    public boolean requiresFactor() {
        return get(PolicyField.MODE).compareTo(Mode.ADAPTIVE) >= 0;
    }

    /** Whether nobody is asked, enrolled or not. */
    public boolean isOff() {
        return get(PolicyField.MODE) == Mode.OFF;
    }

    /** Whether every field has the same value, wherever each value comes from. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Policy policy && values.equals(policy.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }
}
