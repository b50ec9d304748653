// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

import io.mspmfa.core.sentences.FieldFault;
import io.mspmfa.core.sentences.FieldProblem;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What one party sets in a policy: some of the fields, and nothing about the others. Immutable. */
public final class PolicyLayer {
    private final String source;
    private final Map<PolicyField<?>, Object> values;

    private PolicyLayer(String source, Map<PolicyField<?>, Object> values) {
        this.source = source;
        this.values = Map.copyOf(values);
    }

    /** A layer that sets no field. */
    public static PolicyLayer empty() {
        return new PolicyLayer("", Map.of());
    }

    /**
     * Replaces a stored policy that can't be read: requires a second factor (R38) of everyone, at once and permanently,
     * so that damaging a policy never switches it off or adds an exemption.
     */
    public static PolicyLayer unreadable() {
        return empty().with(PolicyField.MODE, Mode.REQUIRED)
                .with(PolicyField.GRACE_DAYS, 0)
                .with(PolicyField.LOCAL_USERS_ONLY, false)
                .with(PolicyField.SELF_DISABLE, false)
                .with(PolicyField.EXEMPT_ROLES, Set.of())
                .with(PolicyField.REQUIRED_ROLES, Set.of());
    }

    /** This layer with a field set or replaced. */
    public <T> PolicyLayer with(PolicyField<T> field, T value) {
        Map<PolicyField<?>, Object> more = new HashMap<>(values);
        more.put(field, value);
        return new PolicyLayer(source, more);
    }

    /**
     * This layer with the name of its source.
     *
     * @param name {@code floor}, {@code own}, {@code organization:<alias>} or {@code user}
     */
    public PolicyLayer named(String name) {
        return new PolicyLayer(name, values);
    }

    /** The source of this layer, see {@link #named}; empty if it has not been named. */
    public String source() {
        return source;
    }

    /** The value that this layer sets; empty if it doesn't set the field. */
    @SuppressWarnings("unchecked") // with() is the only way to add a value, and it is typed
    public <T> Optional<T> get(PolicyField<T> field) {
        return Optional.ofNullable((T) values.get(field));
    }

    /** The fields that this layer sets, in the order of {@link PolicyField#ALL}. */
    public Set<PolicyField<?>> fields() {
        return PolicyField.ALL.stream()
                .filter(values::containsKey)
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
    }

    /**
     * The fields whose value here is less strict than the floor's. Fields that only one of the two sets, and fields of
     * taste, are not included.
     */
    public List<FieldProblem> weakerThan(PolicyLayer floor) {
        return PolicyField.ALL.stream()
                .filter(PolicyField::hasOrder)
                .flatMap(field -> weaker(field, floor).stream())
                .toList();
    }

    /** This layer, with the other's fields where this one says nothing; keeps the name of this one. */
    public PolicyLayer over(PolicyLayer other) {
        Map<PolicyField<?>, Object> all = new HashMap<>(other.values);
        all.putAll(values);
        return new PolicyLayer(source, all);
    }

    /** This layer without the fields that only the reseller can set. */
    public PolicyLayer withoutReserved() {
        Map<PolicyField<?>, Object> rest = new HashMap<>(values);
        rest.keySet().removeIf(PolicyField::isReserved);
        return new PolicyLayer(source, rest);
    }

    /** The fields of this layer that only the reseller can set. */
    public List<FieldProblem> reserved() {
        return fields().stream()
                .filter(PolicyField::isReserved)
                .map(field -> FieldProblem.of(field.path(), FieldFault.RESELLER_ONLY))
                .toList();
    }

    /**
     * The paths of the fields that a lower layer can still influence if this layer is a floor, because the floor
     * doesn't set them or because something stricter exists. In the order of {@link PolicyField#ALL}.
     */
    public List<String> editableBelow() {
        return PolicyField.ALL.stream()
                .filter(field -> !field.isReserved() && !settles(field))
                .map(PolicyField::path)
                .toList();
    }

    private <T> Optional<FieldProblem> weaker(PolicyField<T> field, PolicyLayer floor) {
        return get(field)
                .flatMap(mine -> floor.get(field)
                        .filter(theirs -> !field.stricter(theirs, mine).equals(mine))
                        .map(theirs -> FieldProblem.of(
                                field.path(), FieldFault.WEAKER_THAN_FLOOR, PolicyWriter.plain(field, theirs))));
    }

    private <T> boolean settles(PolicyField<T> field) {
        return get(field).filter(field::isSettled).isPresent();
    }
}
