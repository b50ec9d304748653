// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One party's word on MFA: the fields that it names, and nothing about those that it does not. Immutable. */
public final class PolicyLayer {
    private final Map<PolicyField<?>, Object> values;

    private PolicyLayer(Map<PolicyField<?>, Object> values) {
        this.values = Map.copyOf(values);
    }

    /** A layer that names no field. */
    public static PolicyLayer empty() {
        return new PolicyLayer(Map.of());
    }

    /**
     * What stands for a stored policy that can't be read: MFA is required (R38), so that breaking a policy never
     * switches it off.
     */
    public static PolicyLayer unreadable() {
        return empty().with(PolicyField.MODE, Mode.REQUIRED);
    }

    /** This layer with a field set or replaced. */
    public <T> PolicyLayer with(PolicyField<T> field, T value) {
        Map<PolicyField<?>, Object> more = new HashMap<>(values);
        more.put(field, value);
        return new PolicyLayer(more);
    }

    /** The value that this layer gives the field; empty where it does not name it. */
    @SuppressWarnings("unchecked") // with() is the only way in, and it is typed
    public <T> Optional<T> get(PolicyField<T> field) {
        return Optional.ofNullable((T) values.get(field));
    }
}
