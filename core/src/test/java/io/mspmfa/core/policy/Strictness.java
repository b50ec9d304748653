// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What strictness means, stated independently of the code, and layers to test it with. */
final class Strictness {
    /** The fields in which no value is stricter than another. */
    static final Set<PolicyField<?>> TASTE = Set.of(
            PolicyField.DEFAULT_METHOD,
            PolicyField.BACKUP_CODES_STEP,
            PolicyField.SMS_SENDER,
            PolicyField.SMS_TEXT,
            PolicyField.CONTACT);

    /** One rule for each field, in the order of the fields. */
    static final List<Rule<?>> RULES = List.of(
            new Rule<>(PolicyField.MODE, Arbitraries.of(Mode.class), (a, b) -> a.compareTo(b) >= 0),
            new Rule<>(PolicyField.METHODS, setsOf(List.of(Method.values()), 1), (a, b) -> b.containsAll(a)),
            new Rule<>(PolicyField.DEFAULT_METHOD, Arbitraries.of(Method.class), (a, b) -> true),
            new Rule<>(PolicyField.GRACE_DAYS, Arbitraries.integers().between(0, 30), (a, b) -> a <= b),
            new Rule<>(PolicyField.LOCAL_USERS_ONLY, flags(), (a, b) -> !a || b),
            new Rule<>(PolicyField.SELF_DISABLE, flags(), (a, b) -> !a || b),
            new Rule<>(PolicyField.EXEMPT_ROLES, setsOf(List.of("a", "b", "c"), 0), (a, b) -> b.containsAll(a)),
            new Rule<>(PolicyField.REQUIRED_ROLES, setsOf(List.of("a", "b", "c"), 0), Strictness::concernsAllOf),
            new Rule<>(PolicyField.ALLOW_EXEMPTIONS, flags(), (a, b) -> !a || b),
            new Rule<>(PolicyField.REMEMBER_DEVICE, flags(), (a, b) -> !a || b),
            new Rule<>(PolicyField.REMEMBER_DEVICE_DAYS, Arbitraries.integers().between(1, 365), (a, b) -> a <= b),
            new Rule<>(PolicyField.BACKUP_CODE_COUNT, Arbitraries.integers().between(5, 20), (a, b) -> a <= b),
            new Rule<>(PolicyField.OTPS_REQUIRED, Arbitraries.integers().between(1, 2), (a, b) -> a >= b),
            new Rule<>(PolicyField.BACKUP_CODES_STEP, Arbitraries.of(BackupCodesStep.class), (a, b) -> true),
            new Rule<>(PolicyField.QR_LIFETIME_SECONDS, Arbitraries.integers().between(60, 600), (a, b) -> a <= b),
            new Rule<>(PolicyField.SHOW_QR_ON_REQUEST, flags(), (a, b) -> a || !b),
            new Rule<>(PolicyField.REVEAL_KEY_ON_CLICK, flags(), (a, b) -> a || !b),
            new Rule<>(PolicyField.MAX_ATTEMPTS, Arbitraries.integers().between(3, 100), (a, b) -> a <= b),
            new Rule<>(PolicyField.LOCK_SECONDS, Arbitraries.integers().between(1, 3600), (a, b) -> a >= b),
            new Rule<>(PolicyField.ADAPTIVE_THRESHOLD, Arbitraries.integers().between(1, 100), (a, b) -> a <= b),
            new Rule<>(PolicyField.TRUSTED_NETWORKS, setsOf(List.of("x", "y"), 0), (a, b) -> b.containsAll(a)),
            new Rule<>(PolicyField.ENROL_WHEN_RISKY, flags(), (a, b) -> !a || b),
            new Rule<>(PolicyField.SMS_UNIQUE, flags(), (a, b) -> a || !b),
            new Rule<>(
                    PolicyField.SMS_TYPES,
                    setsOf(List.of(NumberType.MOBILE, NumberType.VOIP), 0),
                    (a, b) -> b.containsAll(a)),
            new Rule<>(PolicyField.SMS_SENDER, Arbitraries.of("", "Acme", "+4915112345678"), (a, b) -> true),
            new Rule<>(PolicyField.SMS_TEXT, Arbitraries.of("", "Zoë: {code}"), (a, b) -> true),
            new Rule<>(PolicyField.EMAIL_FOR_ADMINS, flags(), (a, b) -> !a || b),
            new Rule<>(PolicyField.REGISTRATION_OPT_IN, Arbitraries.of(OptIn.class), (a, b) -> a.compareTo(b) >= 0),
            new Rule<>(PolicyField.SIGN_IN_AGAIN, flags(), (a, b) -> a || !b),
            new Rule<>(PolicyField.NOTIFY_BY_EMAIL, flags(), (a, b) -> a || !b),
            new Rule<>(PolicyField.CONTACT, Arbitraries.of("", "it@example.org", "\"Zoë\", ☎ 1"), (a, b) -> true));

    private Strictness() {}

    /** Layers that set some of the fields. */
    static Arbitrary<PolicyLayer> layers() {
        return Combinators.combine(RULES.stream()
                        .map(rule -> rule.namings().injectNull(0.4).map(Strictness::orNothing))
                        .toList())
                .as(Strictness::layerOf);
    }

    /** Layers that set every field. */
    static Arbitrary<PolicyLayer> completeLayers() {
        return Combinators.combine(RULES.stream().map(Rule::namings).toList()).as(Strictness::layerOf);
    }

    /** Up to four layers that set some of the fields. */
    static Arbitrary<List<PolicyLayer>> severalLayers() {
        return layers().list().ofMaxSize(4);
    }

    /** Whether at least one method is in every list of methods, so that they can be intersected. */
    static boolean haveMethodInCommon(List<PolicyLayer> layers) {
        return List.of(Method.values()).stream()
                .anyMatch(method -> layers.stream()
                        .map(layer -> layer.get(PolicyField.METHODS))
                        .flatMap(Optional::stream)
                        .allMatch(methods -> methods.contains(method)));
    }

    private static PolicyLayer layerOf(List<UnaryOperator<PolicyLayer>> namings) {
        PolicyLayer layer = PolicyLayer.empty();
        for (UnaryOperator<PolicyLayer> naming : namings) {
            layer = naming.apply(layer);
        }
        return layer;
    }

    private static UnaryOperator<PolicyLayer> orNothing(UnaryOperator<PolicyLayer> naming) {
        return naming == null ? UnaryOperator.identity() : naming;
    }

    private static boolean concernsAllOf(Set<String> stricter, Set<String> weaker) {
        return stricter.isEmpty() || (!weaker.isEmpty() && stricter.containsAll(weaker));
    }

    private static Arbitrary<Boolean> flags() {
        return Arbitraries.of(true, false);
    }

    private static <T> Arbitrary<Set<T>> setsOf(List<T> values, int least) {
        return Arbitraries.of(values).set().ofMinSize(least).ofMaxSize(values.size());
    }

    /** A field, its possible values, and whether the first of two values is at least as strict as the second. */
    record Rule<T>(PolicyField<T> field, Arbitrary<T> values, BiPredicate<T, T> isAsStrict) {
        Arbitrary<UnaryOperator<PolicyLayer>> namings() {
            return values.map(value -> layer -> layer.with(field, value));
        }

        /** Whether a value is at least as strict as what each of the layers sets. */
        boolean isKept(T value, List<PolicyLayer> layers) {
            return layers.stream()
                    .flatMap(layer -> layer.get(field).stream())
                    .allMatch(said -> isAsStrict.test(value, said));
        }

        boolean isKept(Policy merged, List<PolicyLayer> layers) {
            return isKept(merged.get(field), layers);
        }

        /** Whether a layer, if it sets the field, is at least as strict as each of the others. */
        boolean isKept(PolicyLayer layer, List<PolicyLayer> others) {
            return layer.get(field).map(value -> isKept(value, others)).orElse(true);
        }

        boolean isAssociative(PolicyLayer a, PolicyLayer b, PolicyLayer c) {
            T first = a.get(field).orElseThrow();
            T second = b.get(field).orElseThrow();
            T third = c.get(field).orElseThrow();
            return field.stricter(field.stricter(first, second), third)
                    .equals(field.stricter(first, field.stricter(second, third)));
        }

        /**
         * Whether the field reports exactly those values as settled that no lower layer can change. Tries all pairs.
         */
        boolean isSettledExactlyWhereNothingBelowCounts() {
            List<T> all = values.allValues().orElseThrow().toList();
            return all.stream()
                    .allMatch(
                            floor -> field.isSettled(floor) == all.stream().noneMatch(below -> changes(floor, below)));
        }

        private boolean changes(T floor, T below) {
            T merged = field.stricter(floor, below);
            boolean nothingLeft = field == PolicyField.METHODS && merged.equals(Set.of());
            return !nothingLeft && !merged.equals(floor);
        }
    }
}
