// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

import static io.mspmfa.core.policy.Strictness.RULES;
import static io.mspmfa.core.policy.Strictness.TASTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.policy.Strictness.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
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
    @Test
    void everyFieldHasARule() {
        assertThat(RULES).<Object>map(Rule::field).containsExactlyElementsOf(PolicyField.ALL);
        assertThat(PolicyField.ALL).filteredOn(field -> !field.hasOrder()).containsExactlyInAnyOrderElementsOf(TASTE);
    }

    @Property
    void R37_mergedIsNeverWeakerThanAnyLayer(@ForAll("severalLayers") List<PolicyLayer> layers) {
        Policy merged = Policy.strictestOf(layers);

        assertThat(RULES)
                .filteredOn(rule -> rule.field() != PolicyField.METHODS || Strictness.haveMethodInCommon(layers))
                .allMatch(rule -> rule.isKept(merged, layers));
    }

    @Property
    void R37_mergedIsTheSameInAnyOrder(@ForAll("severalLayers") List<PolicyLayer> layers, @ForAll Random random) {
        List<PolicyLayer> shuffled = new ArrayList<>(layers);
        Collections.shuffle(shuffled, random);

        Policy merged = Policy.strictestOf(layers);
        Policy other = Policy.strictestOf(shuffled);
        assertThat(PolicyField.ALL)
                .filteredOn(field -> !TASTE.contains(field))
                .filteredOn(field -> field != PolicyField.METHODS || Strictness.haveMethodInCommon(layers))
                .allSatisfy(field -> assertThat((Object) other.get(field)).isEqualTo(merged.get(field)));
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
                .filteredOn(field -> field != PolicyField.DEFAULT_METHOD)
                .allSatisfy(field ->
                        assertThat(layer.get(field).map(Object.class::cast)).contains(alone.get(field)));
    }

    @Property
    void layersWithoutACommonMethodLeaveThoseOfTheUppermost(@ForAll("severalLayers") List<PolicyLayer> layers) {
        Set<Method> methods = Policy.strictestOf(layers).get(PolicyField.METHODS);

        assertThat(methods).isNotEmpty();
        if (!Strictness.haveMethodInCommon(layers)) {
            assertThat(layers.stream()
                            .map(layer -> layer.get(PolicyField.METHODS))
                            .flatMap(Optional::stream))
                    .first()
                    .isEqualTo(methods);
        }
    }

    @Property
    void defaultMethodIsAlwaysAllowed(@ForAll("severalLayers") List<PolicyLayer> layers) {
        Policy merged = Policy.strictestOf(layers);

        assertThat(merged.get(PolicyField.METHODS)).contains(merged.get(PolicyField.DEFAULT_METHOD));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                       | TOTP
            {"defaultMethod": "sms"}                                 | TOTP
            {"methods": ["email", "sms"]}                            | SMS
            {"methods": ["webauthn"], "defaultMethod": "email"}      | WEBAUTHN
            {"methods": ["email", "sms"], "defaultMethod": "email"}  | EMAIL
            """)
    void defaultMethodThatIsNotAllowedGivesWayToTheFirstThatIs(String json, Method method)
            throws PolicyRefusedException {
        assertThat(Policy.strictestOf(List.of(PolicyReader.read(json))).get(PolicyField.DEFAULT_METHOD))
                .isEqualTo(method);
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
    void equalsWhenSameValuesThenSameHash() {
        Policy one = Policy.strictestOf(List.of(PolicyLayer.unreadable()));
        Policy other = Policy.strictestOf(List.of(PolicyLayer.unreadable(), PolicyLayer.empty()));

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).isNotEqualTo(Policy.strictestOf(List.of()));
        assertThat(one.equals(null)).isFalse();
    }

    @Provide
    Arbitrary<PolicyLayer> layers() {
        return Strictness.layers();
    }

    @Provide
    Arbitrary<PolicyLayer> completeLayers() {
        return Strictness.completeLayers();
    }

    @Provide
    Arbitrary<List<PolicyLayer>> severalLayers() {
        return Strictness.severalLayers();
    }
}
