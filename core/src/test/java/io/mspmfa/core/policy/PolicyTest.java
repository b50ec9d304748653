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
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@PropertyDefaults(tries = 100, edgeCases = EdgeCasesMode.NONE)
class PolicyTest {
    @Test
    void everyFieldHasARule() {
        assertThat(RULES).<Object>map(Rule::field).containsExactlyElementsOf(PolicyField.ALL);
        assertThat(PolicyField.ALL).filteredOn(field -> !field.hasOrder()).containsExactlyInAnyOrderElementsOf(TASTE);
    }

    @Property
    void R37_mergedPolicyIsNeverWeakerThanAnyLayer(@ForAll("severalLayers") List<PolicyLayer> layers) {
        Policy merged = Policy.strictestOf(layers);

        assertThat(RULES)
                .filteredOn(rule -> rule.field() != PolicyField.METHODS || Strictness.haveMethodInCommon(layers))
                .allMatch(rule -> rule.isKept(merged, layers));
    }

    @Property
    void R37_mergedPolicyIsTheSameInAnyOrder(@ForAll("severalLayers") List<PolicyLayer> layers, @ForAll Random random) {
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
    void mergingAnEmptyLayerChangesNothing(@ForAll("layers") PolicyLayer layer) {
        Policy alone = Policy.strictestOf(List.of(layer));

        assertThat(Policy.strictestOf(List.of(layer, PolicyLayer.empty()))).isEqualTo(alone);
        assertThat(Policy.strictestOf(List.of(PolicyLayer.empty(), layer))).isEqualTo(alone);
    }

    @Property
    void onlyValueOfAFieldCountsEvenIfTheDefaultIsStricter(@ForAll("completeLayers") PolicyLayer layer) {
        Policy alone = Policy.strictestOf(List.of(layer));

        assertThat(PolicyField.ALL)
                .filteredOn(field -> field != PolicyField.DEFAULT_METHOD)
                .allSatisfy(field ->
                        assertThat(layer.get(field).map(Object.class::cast)).contains(alone.get(field)));
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
    void defaultMethodThatIsNotAllowedIsReplacedByTheFirstThatIs(String json, Method method)
            throws PolicyRefusedException {
        assertThat(Policy.strictestOf(List.of(PolicyReader.read(json))).get(PolicyField.DEFAULT_METHOD))
                .isEqualTo(method);
    }

    @ParameterizedTest
    @CsvSource({"OFF, true, false", "OPTIONAL, false, false", "ADAPTIVE, false, true", "REQUIRED, false, true"})
    void isOffAndRequiresFactorFollowFromTheMode(Mode mode, boolean off, boolean requires) {
        Policy policy = Policy.strictestOf(List.of(PolicyLayer.empty().with(PolicyField.MODE, mode)));

        assertThat(policy.isOff()).isEqualTo(off);
        assertThat(policy.requiresFactor()).isEqualTo(requires);
    }

    @Property
    void R38_unreadableLayerAsksEveryoneAtOnceWhateverTheOthersSet(
            @ForAll("severalLayers") List<PolicyLayer> others, @ForAll Random random) {
        List<PolicyLayer> layers = new ArrayList<>(others);
        layers.add(PolicyLayer.unreadable());
        Collections.shuffle(layers, random);

        Policy merged = Policy.strictestOf(layers);

        assertThat(merged.get(PolicyField.MODE)).isEqualTo(Mode.REQUIRED);
        assertThat(merged.get(PolicyField.GRACE_DAYS)).isZero();
        assertThat(merged.get(PolicyField.EXEMPT_ROLES)).isEmpty();
        assertThat(merged.get(PolicyField.REQUIRED_ROLES)).isEmpty();
        assertThat(merged.get(PolicyField.LOCAL_USERS_ONLY)).isFalse();
        assertThat(merged.get(PolicyField.SELF_DISABLE)).isFalse();
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
