// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The policy that holds for somebody: every field has a value. Immutable. */
public final class Policy {
    private final Map<PolicyField<?>, Object> values;

    private Policy(Map<PolicyField<?>, Object> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * Merges layers, field by field: the strictest value that any of them names, and the default where none does.
     *
     * @param layers from the uppermost (whose word stands in fields of taste) to the lowest; may be empty
     */
    public static Policy strictestOf(List<PolicyLayer> layers) {
        Map<PolicyField<?>, Object> values = new HashMap<>();
        for (PolicyField<?> field : PolicyField.ALL) {
            values.put(field, strictest(field, layers));
        }
        return new Policy(values);
    }

    private static <T> Object strictest(PolicyField<T> field, List<PolicyLayer> layers) {
        return layers.stream()
                .flatMap(layer -> layer.get(field).stream())
                .reduce(field::stricter)
                .orElse(field.fallback());
    }

    /** The field's value. */
    @SuppressWarnings("unchecked") // strictest() takes each value from its own field
    public <T> T get(PolicyField<T> field) {
        return (T) Objects.requireNonNull(values.get(field));
    }

    /** Whether this policy wants a second factor from a user who has none. */
    public boolean requiresFactor() {
        return get(PolicyField.MODE).compareTo(Mode.ADAPTIVE) >= 0;
    }

    /** Whether nobody is asked, enrolled or not. */
    public boolean isOff() {
        return get(PolicyField.MODE) == Mode.OFF;
    }

    /** Whether a user may switch the own second factor off. Never while one is required. */
    public boolean allowsSelfDisable() {
        return !requiresFactor() && get(PolicyField.SELF_DISABLE);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Policy policy && values.equals(policy.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }
}
