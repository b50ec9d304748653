// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One party's word on MFA: the fields that it names, and nothing about those that it does not. Immutable. */
public final class PolicyLayer {
    private final String source;
    private final Map<PolicyField<?>, Object> values;

    private PolicyLayer(String source, Map<PolicyField<?>, Object> values) {
        this.source = source;
        this.values = Map.copyOf(values);
    }

    /** A layer that names no field. */
    public static PolicyLayer empty() {
        return new PolicyLayer("", Map.of());
    }

    /**
     * What stands for a stored policy that can't be read: MFA is required (R38) of everybody, at once and for good, so
     * that breaking a policy never switches it off, nor adds an exception.
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
     * This layer, knowing whose word it is.
     *
     * @param name {@code floor}, {@code own}, {@code organization:<alias>} or {@code user}
     */
    public PolicyLayer named(String name) {
        return new PolicyLayer(name, values);
    }

    /** Whose word this is, see {@link #named}; empty where nobody said. */
    public String source() {
        return source;
    }

    /** The value that this layer gives the field; empty where it does not name it. */
    @SuppressWarnings("unchecked") // with() is the only way in, and it is typed
    public <T> Optional<T> get(PolicyField<T> field) {
        return Optional.ofNullable((T) values.get(field));
    }

    /** The fields that this layer names, in the order of {@link PolicyField#ALL}. */
    public Set<PolicyField<?>> fields() {
        return PolicyField.ALL.stream()
                .filter(values::containsKey)
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
    }

    /**
     * The fields whose value here is not at least as strict as the floor's. A field that only one of the two names is
     * none of them, nor is a field of taste.
     */
    public List<FieldProblem> weakerThan(PolicyLayer floor) {
        return PolicyField.ALL.stream()
                .filter(PolicyField::hasOrder)
                .flatMap(field -> weaker(field, floor).stream())
                .toList();
    }

    /**
     * As a floor: the paths of the fields on which a lower layer still has a say, because this one does not name them
     * or something stricter exists. In the order of {@link PolicyField#ALL}.
     */
    public List<String> editableBelow() {
        return PolicyField.ALL.stream()
                .filter(field -> !settles(field))
                .map(PolicyField::path)
                .toList();
    }

    private <T> Optional<FieldProblem> weaker(PolicyField<T> field, PolicyLayer floor) {
        return get(field)
                .flatMap(mine -> floor.get(field)
                        .filter(theirs -> !field.stricter(theirs, mine).equals(mine))
                        .map(theirs -> new FieldProblem(
                                field.path(),
                                "must be at least as strict as the reseller's: " + PolicyWriter.words(field, theirs))));
    }

    private <T> boolean settles(PolicyField<T> field) {
        return get(field).filter(field::isSettled).isPresent();
    }
}
