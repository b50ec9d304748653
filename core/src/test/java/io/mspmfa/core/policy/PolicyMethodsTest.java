// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Layers that agree on no method: users must still be able to log in, and no layer may gain from the conflict. */
@PropertyDefaults(tries = 300, edgeCases = EdgeCasesMode.NONE)
class PolicyMethodsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ["totp", "sms"]    | ["sms", "email"]    | ["sms"]             | ["sms"]
            ["totp"]           | ["sms"]             | ["sms"]             | ["totp"]
            # each layer agrees with the floor, but not all with each other
            ["totp", "email"]  | ["totp"]            | ["email"]           | ["totp"]
            ["totp", "email"]  | ["email"]           | ["totp"]            | ["email"]
            # the own policy is passed over, the organisation's is not
            ["totp", "email"]  | ["sms"]             | ["email"]           | ["email"]
            ["totp", "email"]  | ["webauthn", "sms"] | ["webauthn", "sms"] | ["totp", "email"]
            """)
    void R37_layerThatWouldLeaveNoMethodIsSkipped(String floor, String own, String organization, String methods)
            throws PolicyRefusedException {
        List<PolicyLayer> layers = List.of(layer(floor), layer(own), layer(organization));

        assertThat(Policy.strictestOf(layers).get(PolicyField.METHODS))
                .isEqualTo(layer(methods).get(PolicyField.METHODS).orElseThrow());
    }

    @Property
    void R37_lowerLayerNeverAllowsAMethodThatUpperLayersForbid(@ForAll("severalLayers") List<PolicyLayer> layers) {
        List<PolicyLayer> naming = naming(layers);

        assertThat(IntStream.range(1, naming.size()))
                .allSatisfy(
                        count -> assertThat(methods(naming.subList(0, count))).containsAll(methods(naming)));
    }

    @Property
    void R37_layerCountsUnlessItSharesNoMethodWithUpperLayers(@ForAll("severalLayers") List<PolicyLayer> layers) {
        List<PolicyLayer> naming = naming(layers);

        assertThat(methods(layers)).isNotEmpty();
        assertThat(IntStream.range(0, naming.size())).allSatisfy(index -> {
            Set<Method> mine = named(naming.get(index)).orElseThrow();
            if (index == 0 || methods(naming.subList(0, index)).stream().anyMatch(mine::contains)) {
                assertThat(mine).containsAll(methods(naming));
            } else {
                assertThat(mine).doesNotContainAnyElementsOf(methods(naming));
            }
        });
    }

    @Provide
    Arbitrary<List<PolicyLayer>> severalLayers() {
        return Strictness.severalLayers();
    }

    private static Set<Method> methods(List<PolicyLayer> layers) {
        return Policy.strictestOf(layers).get(PolicyField.METHODS);
    }

    private static List<PolicyLayer> naming(List<PolicyLayer> layers) {
        return layers.stream().filter(layer -> named(layer).isPresent()).toList();
    }

    private static Optional<Set<Method>> named(PolicyLayer layer) {
        return layer.get(PolicyField.METHODS);
    }

    private static PolicyLayer layer(String methods) throws PolicyRefusedException {
        return PolicyReader.read(PolicyDocuments.of("methods", methods));
    }
}
