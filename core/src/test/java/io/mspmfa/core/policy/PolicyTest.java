// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@PropertyDefaults(tries = 100, edgeCases = EdgeCasesMode.NONE)
class PolicyTest {
    private static final Set<PolicyField<?>> TASTE = Set.of(PolicyField.DEFAULT_METHOD, PolicyField.BACKUP_CODES_STEP);

    /** What strictness means, said once more and in other words than the code's. */
    private static final List<Rule<?>> RULES = List.of(
            new Rule<>(PolicyField.MODE, Arbitraries.of(Mode.class), (a, b) -> a.compareTo(b) >= 0),
            new Rule<>(PolicyField.METHODS, setsOf(List.of(Method.values())), (a, b) -> b.containsAll(a)),
            new Rule<>(PolicyField.DEFAULT_METHOD, Arbitraries.of(Method.class), (a, b) -> true),
            new Rule<>(PolicyField.GRACE_DAYS, Arbitraries.integers().between(0, 30), (a, b) -> a <= b),
            new Rule<>(PolicyField.LOCAL_USERS_ONLY, flags(), (a, b) -> !a || b),
            new Rule<>(PolicyField.SELF_DISABLE, flags(), (a, b) -> !a || b),
            new Rule<>(PolicyField.EXEMPT_ROLES, setsOf(List.of("a", "b", "c")), (a, b) -> b.containsAll(a)),
            new Rule<>(PolicyField.REQUIRED_ROLES, setsOf(List.of("a", "b", "c")), PolicyTest::concernsAllOf),
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
            new Rule<>(PolicyField.TRUSTED_NETWORKS, setsOf(List.of("x", "y")), (a, b) -> b.containsAll(a)));

    @Test
    void everyFieldHasARule() {
        assertThat(RULES).<Object>map(Rule::field).containsExactlyElementsOf(PolicyField.ALL);
    }

    @Property
    void R37_mergedIsNeverWeakerThanAnyLayer(@ForAll("severalLayers") List<PolicyLayer> layers) {
        Policy merged = Policy.strictestOf(layers);

        assertThat(RULES).allMatch(rule -> rule.isKept(merged, layers));
    }

    @Property
    void R37_mergedIsTheSameInAnyOrder(@ForAll("severalLayers") List<PolicyLayer> layers, @ForAll Random random) {
        List<PolicyLayer> shuffled = new ArrayList<>(layers);
        Collections.shuffle(shuffled, random);

        assertSameButTaste(Policy.strictestOf(shuffled), Policy.strictestOf(layers));
    }

    @Property
    void R37_stricterIsAssociative(
            @ForAll("completeLayers") PolicyLayer a,
            @ForAll("completeLayers") PolicyLayer b,
            @ForAll("completeLayers") PolicyLayer c) {
        assertThat(RULES).allMatch(rule -> rule.isAssociative(a, b, c));
    }

    @Property
    void R37_mergingALayerWithItselfChangesNothing(@ForAll("layers") PolicyLayer layer) {
        assertThat(Policy.strictestOf(List.of(layer, layer))).isEqualTo(Policy.strictestOf(List.of(layer)));
    }

    @Property
    void mergedWithALayerThatSaysNothingIsUnchanged(@ForAll("layers") PolicyLayer layer) {
        Policy alone = Policy.strictestOf(List.of(layer));

        assertThat(Policy.strictestOf(List.of(layer, PolicyLayer.empty()))).isEqualTo(alone);
        assertThat(Policy.strictestOf(List.of(PolicyLayer.empty(), layer))).isEqualTo(alone);
    }

    @Property
    void fieldThatOneLayerNamesHasItsValueThoughTheDefaultIsStricter(@ForAll("completeLayers") PolicyLayer layer) {
        Policy alone = Policy.strictestOf(List.of(layer));

        assertThat(PolicyField.ALL)
                .allSatisfy(field ->
                        assertThat(layer.get(field).map(Object.class::cast)).contains(alone.get(field)));
    }

    @Property
    void allowsSelfDisableNeverWhileAFactorIsRequired(@ForAll("severalLayers") List<PolicyLayer> layers) {
        Policy policy = Policy.strictestOf(layers);

        assertThat(policy.allowsSelfDisable() && policy.requiresFactor()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "OFF,      true,  true,  false, true",
        "OFF,      false, true,  false, false",
        "OPTIONAL, true,  false, false, true",
        "OPTIONAL, false, false, false, false",
        "ADAPTIVE, true,  false, true,  false",
        "REQUIRED, true,  false, true,  false",
        "REQUIRED, false, false, true,  false"
    })
    void answersFollowFromTheMode(Mode mode, boolean selfDisable, boolean off, boolean requires, boolean disables) {
        Policy policy = Policy.strictestOf(
                List.of(PolicyLayer.empty().with(PolicyField.MODE, mode).with(PolicyField.SELF_DISABLE, selfDisable)));

        assertThat(policy.isOff()).isEqualTo(off);
        assertThat(policy.requiresFactor()).isEqualTo(requires);
        assertThat(policy.allowsSelfDisable()).isEqualTo(disables);
    }

    @ParameterizedTest
    @EnumSource
    void R38_unreadableLayerMakesRequiredWhateverTheOthersSay(Mode mode) {
        PolicyLayer other = PolicyLayer.empty().with(PolicyField.MODE, mode);

        assertThat(Policy.strictestOf(List.of(PolicyLayer.unreadable(), other)).get(PolicyField.MODE))
                .isEqualTo(Mode.REQUIRED);
        assertThat(Policy.strictestOf(List.of(other, PolicyLayer.unreadable())).get(PolicyField.MODE))
                .isEqualTo(Mode.REQUIRED);
    }

    @Test
    void withLeavesTheLayerItStartsFromAsItWas() {
        PolicyLayer empty = PolicyLayer.empty();
        PolicyLayer strict = empty.with(PolicyField.MODE, Mode.OFF).with(PolicyField.MODE, Mode.REQUIRED);

        assertThat(strict.get(PolicyField.MODE)).contains(Mode.REQUIRED);
        assertThat(empty.get(PolicyField.MODE)).isEmpty();
    }

    @Test
    void equalsWhenSameValuesThenSameHash() {
        Policy one = Policy.strictestOf(List.of(PolicyLayer.unreadable()));
        Policy other = Policy.strictestOf(List.of(PolicyLayer.unreadable(), PolicyLayer.empty()));

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).isNotEqualTo(Policy.strictestOf(List.of()));
        assertThat(one.equals(null)).isFalse();
    }

    @Provide
    Arbitrary<PolicyLayer> layers() {
        return Combinators.combine(RULES.stream()
                        .map(rule -> rule.namings().injectNull(0.4).map(PolicyTest::orNothing))
                        .toList())
                .as(PolicyTest::layerOf);
    }

    @Provide
    Arbitrary<PolicyLayer> completeLayers() {
        return Combinators.combine(RULES.stream().map(Rule::namings).toList()).as(PolicyTest::layerOf);
    }

    @Provide
    Arbitrary<List<PolicyLayer>> severalLayers() {
        return layers().list().ofMaxSize(4);
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

    private static void assertSameButTaste(Policy one, Policy other) {
        assertThat(PolicyField.ALL)
                .filteredOn(field -> !TASTE.contains(field))
                .allSatisfy(field -> assertThat((Object) one.get(field)).isEqualTo(other.get(field)));
    }

    private static boolean concernsAllOf(Set<String> stricter, Set<String> weaker) {
        return stricter.isEmpty() || (!weaker.isEmpty() && stricter.containsAll(weaker));
    }

    private static Arbitrary<Boolean> flags() {
        return Arbitraries.of(true, false);
    }

    private static <T> Arbitrary<Set<T>> setsOf(List<T> values) {
        return Arbitraries.of(values).set();
    }

    /** A field, its possible values, and whether the first of two values is at least as strict as the second. */
    private record Rule<T>(PolicyField<T> field, Arbitrary<T> values, BiPredicate<T, T> isAsStrict) {
        Arbitrary<UnaryOperator<PolicyLayer>> namings() {
            return values.map(value -> layer -> layer.with(field, value));
        }

        boolean isKept(Policy merged, List<PolicyLayer> layers) {
            return layers.stream()
                    .flatMap(layer -> layer.get(field).stream())
                    .allMatch(value -> isAsStrict.test(merged.get(field), value));
        }

        boolean isAssociative(PolicyLayer a, PolicyLayer b, PolicyLayer c) {
            T first = a.get(field).orElseThrow();
            T second = b.get(field).orElseThrow();
            T third = c.get(field).orElseThrow();
            return field.stricter(field.stricter(first, second), third)
                    .equals(field.stricter(first, field.stricter(second, third)));
        }
    }
}
