// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.sentences.FieldProblem;
import java.util.ArrayList;
import java.util.List;
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
class ExemptionsTest {
    /** Stated independently of the code: the fields that exempt users. */
    private static final List<PolicyField<?>> EXCEPTIONS =
            List.of(PolicyField.GRACE_DAYS, PolicyField.EXEMPT_ROLES, PolicyField.REQUIRED_ROLES);

    /**
     * The result of merging the floor and the realm's policy, and the fields in which that policy is weaker; "-" for
     * none.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # the floor's demand is without exceptions
            {"mode": "required"} | {"graceDays": 7}                        | graceDays     | 0  | graceDays
            {"mode": "required"} | {"exemptRoles": ["a"]}                  | exemptRoles   | [] | exemptRoles
            {"mode": "required"} | {"requiredRoles": ["a"]}                | requiredRoles | [] | requiredRoles
            {"mode": "adaptive"} | {"mode": "required", "graceDays": 7}    | graceDays     | 0  | graceDays
            {"mode": "required", "graceDays": 7} | {"exemptRoles": ["a"]}  | exemptRoles   | [] | exemptRoles
            {"mode": "required"} | {"graceDays": 0, "exemptRoles": [], "requiredRoles": []} | graceDays | 0 | -
            # the floor itself makes the exception
            {"mode": "required", "graceDays": 7} | {"mode": "required"}    | graceDays     | 7  | -
            {"mode": "required", "graceDays": 7} | {"graceDays": 3}        | graceDays     | 3  | -
            {"mode": "required", "graceDays": 7} | {"graceDays": 8}        | graceDays     | 7  | graceDays
            {"mode": "required", "exemptRoles": ["a"]} | {}                | exemptRoles   | ["a"] | -
            {"mode": "required", "requiredRoles": ["a"]} | {"requiredRoles": ["a", "b"]} | requiredRoles | ["a","b"] | -
            # the floor demands nothing
            {"mode": "optional"} | {"mode": "required", "graceDays": 7}    | graceDays     | 7  | -
            {"mode": "off"}      | {"mode": "required", "exemptRoles": ["a"]} | exemptRoles | ["a"] | -
            {}                   | {"mode": "required", "requiredRoles": ["a"]} | requiredRoles | ["a"] | -
            """)
    void R37_V15_ownPolicyAddsNoExemptionToWhatTheFloorRequires(
            String floor, String own, String path, String merged, String weaker) throws PolicyRefusedException {
        PolicyLayer closed = Exemptions.closed(PolicyReader.read(floor));
        PolicyLayer below = PolicyReader.read(own);
        List<String> fields = "-".equals(weaker) ? List.of() : List.of(weaker);

        assertThat(PolicyWriter.write(Policy.strictestOf(List.of(closed, below)))
                        .get(path))
                .hasToString(merged);
        assertThat(below.weakerThan(closed)).extracting(FieldProblem::field).containsExactlyElementsOf(fields);
    }

    @Test
    void V15_weakerThanNamesEveryExemptionThatIsAdded() throws PolicyRefusedException {
        PolicyLayer floor = Exemptions.closed(PolicyReader.read("{\"mode\": \"required\"}"));
        PolicyLayer own = PolicyReader.read("{\"graceDays\": 7, \"exemptRoles\": [\"a\"], \"requiredRoles\": [\"b\"]}");

        assertThat(own.weakerThan(floor))
                .extracting(FieldProblem::field)
                .containsExactly("graceDays", "exemptRoles", "requiredRoles");
    }

    @Test
    void nothingIsStricterThanTheDefaultOfAnExemption() {
        assertThat(EXCEPTIONS).allMatch(ExemptionsTest::isDefaultTheStrictest);
    }

    @Property
    void R37_lowerLayersNeverAddAnExemptionToARequirementWithoutAny(
            @ForAll("layers") PolicyLayer upper, @ForAll("severalLayers") List<PolicyLayer> lower) {
        Policy merged = Policy.strictestOf(above(Exemptions.closed(upper), lower));
        boolean demands = upper.get(PolicyField.MODE).orElse(Mode.OPTIONAL).compareTo(Mode.ADAPTIVE) >= 0;

        assertThat(EXCEPTIONS)
                .filteredOn(field -> demands && upper.get(field).isEmpty())
                .allSatisfy(field -> assertThat((Object) merged.get(field)).isEqualTo(field.fallback()));
    }

    @Property
    void closedChangesNeitherWhatTheLayerSetsNorItsMergedPolicy(@ForAll("layers") PolicyLayer layer) {
        PolicyLayer closed = Exemptions.closed(layer.named("floor"));

        assertThat(closed.source()).isEqualTo("floor");
        assertThat(closed.fields()).containsAll(layer.fields());
        assertThat(Policy.strictestOf(List.of(closed))).isEqualTo(Policy.strictestOf(List.of(layer)));
    }

    @Property
    void closedAddsMissingExemptionsOnlyIfTheLayerRequiresAFactor(@ForAll("layers") PolicyLayer layer) {
        boolean demands = layer.get(PolicyField.MODE).orElse(Mode.OPTIONAL).compareTo(Mode.ADAPTIVE) >= 0;
        PolicyLayer closed = Exemptions.closed(layer);

        assertThat(PolicyField.ALL)
                .filteredOn(field -> closed.get(field).isPresent())
                .allMatch(field -> layer.get(field).isPresent() || (demands && EXCEPTIONS.contains(field)));
        if (demands) {
            assertThat(closed.fields()).containsAll(EXCEPTIONS);
        } else {
            assertThat(PolicyWriter.text(closed)).isEqualTo(PolicyWriter.text(layer));
        }
    }

    @Property
    void closingTwiceIsTheSameAsClosingOnce(@ForAll("layers") PolicyLayer layer) {
        PolicyLayer closed = Exemptions.closed(layer);

        assertThat(PolicyWriter.text(Exemptions.closed(closed))).isEqualTo(PolicyWriter.text(closed));
    }

    @Property
    void R37_closedBelowStopsLowerLayersFromAddingExemptions(
            @ForAll("severalLayers") List<PolicyLayer> upper, @ForAll("severalLayers") List<PolicyLayer> lower) {
        Policy alone = Policy.strictestOf(upper);
        PolicyLayer closing = Exemptions.closedBelow(upper);
        List<PolicyLayer> layers = new ArrayList<>(upper);
        layers.addAll(above(closing, lower));
        Policy merged = Policy.strictestOf(layers);

        assertThat(Policy.strictestOf(layers.subList(0, upper.size() + 1))).isEqualTo(alone);
        assertThat(EXCEPTIONS)
                .filteredOn(field -> alone.requiresFactor()
                        && upper.stream().noneMatch(layer -> layer.get(field).isPresent()))
                .allSatisfy(field -> assertThat((Object) merged.get(field)).isEqualTo(field.fallback()));
        assertThat(closing.fields()).allMatch(field -> alone.requiresFactor() && EXCEPTIONS.contains(field));
    }

    @Test
    void closedBelowNoLayersSetsNothing() {
        assertThat(Exemptions.closedBelow(List.of()).fields()).isEmpty();
    }

    @Test
    void R38_unreadablePolicyIsClosedAlready() {
        PolicyLayer unreadable = PolicyLayer.unreadable();

        assertThat(PolicyWriter.text(Exemptions.closed(unreadable))).isEqualTo(PolicyWriter.text(unreadable));
    }

    @Provide
    Arbitrary<PolicyLayer> layers() {
        return Strictness.layers();
    }

    @Provide
    Arbitrary<List<PolicyLayer>> severalLayers() {
        return Strictness.severalLayers();
    }

    private static List<PolicyLayer> above(PolicyLayer upper, List<PolicyLayer> lower) {
        List<PolicyLayer> layers = new ArrayList<>(List.of(upper));
        layers.addAll(lower);
        return layers;
    }

    private static <T> boolean isDefaultTheStrictest(PolicyField<T> field) {
        return field.isSettled(field.fallback());
    }
}
