// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
class PolicySourceTest {

    /** What the floor, the realm itself and an organisation set in a field; "-" for nothing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mode                  | -               | -                | -           | default
            mode                  | "optional"      | -                | -           | floor
            mode                  | -               | "optional"       | -           | own
            mode                  | "optional"      | "required"       | -           | own
            mode                  | "required"      | "optional"       | -           | floor
            mode                  | "required"      | "required"       | "required"  | floor
            mode                  | "off"           | "required"       | "required"  | own
            mode                  | "off"           | "optional"       | "required"  | organization:a
            # the default is no layer, so a value that equals it has whoever says it as its source
            graceDays             | 0               | 3                | -           | floor
            graceDays             | -               | 0                | -           | own
            methods               | ["totp", "sms"] | ["sms"]          | -           | own
            methods               | ["totp", "sms"] | ["sms", "email"] | -           | floor+own
            methods               | ["totp", "sms"] | -                | ["email", "sms"] | floor+organization:a
            methods               | ["totp"]        | ["sms"]          | ["sms"]     | floor
            methods               | ["totp", "email"] | ["totp"]       | ["email"]   | own
            methods               | ["totp", "sms"] | ["email"]        | ["sms"]     | organization:a
            exemptRoles           | ["a", "b"]      | ["b", "c"]       | ["a", "c"]  | floor+own+organization:a
            exemptRoles           | ["a", "b"]      | ["b", "c"]       | ["b"]       | organization:a
            requiredRoles         | ["a"]           | ["b"]            | -           | floor+own
            requiredRoles         | ["a"]           | []               | -           | own
            notifications.contact | "x"             | "y"              | -           | floor
            notifications.contact | ""              | "y"              | -           | floor
            notifications.contact | -               | "y"              | "z"         | own
            """)
    void sourceIsTheLayerWithTheMergedValue(String path, String floor, String own, String organization, String source)
            throws PolicyRefusedException {
        List<PolicyLayer> layers = List.of(
                layer("floor", path, floor), layer("own", path, own), layer("organization:a", path, organization));

        assertThat(Policy.strictestOf(layers).source(PolicyDocuments.field(path)))
                .isEqualTo(source);
    }

    @Test
    void sourceWhenTheUserIsFlaggedThenTheUserIfNoOtherLayerRequires() {
        PolicyLayer user =
                PolicyLayer.empty().with(PolicyField.MODE, Mode.REQUIRED).named("user");
        PolicyLayer own =
                PolicyLayer.empty().with(PolicyField.MODE, Mode.OPTIONAL).named("own");

        assertThat(Policy.strictestOf(List.of(own, user)).source(PolicyField.MODE))
                .isEqualTo("user");
    }

    @Test
    void sourceOfAReplacedDefaultMethodIsTheLayerThatSetIt() throws PolicyRefusedException {
        List<PolicyLayer> layers = List.of(
                PolicyReader.read("{\"methods\": [\"sms\"]}").named("floor"),
                PolicyReader.read("{\"defaultMethod\": \"totp\"}").named("own"));

        assertThat(Policy.strictestOf(layers).source(PolicyField.DEFAULT_METHOD))
                .isEqualTo("own");
        assertThat(Policy.strictestOf(layers.subList(0, 1)).source(PolicyField.DEFAULT_METHOD))
                .isEqualTo("default");
    }

    @Property
    void sourcesAreLayersThatSetTheField(@ForAll("severalLayers") List<PolicyLayer> unnamed) {
        List<PolicyLayer> layers = named(unnamed);
        Policy merged = Policy.strictestOf(layers);

        assertThat(PolicyField.ALL).allSatisfy(field -> {
            List<PolicyLayer> sources = sources(merged.source(field), layers);
            assertThat(sources).allMatch(layer -> layer.fields().contains(field));
            assertThat(sources.isEmpty())
                    .isEqualTo(layers.stream().noneMatch(layer -> layer.fields().contains(field)));
        });
    }

    @Property
    void singleSourceIsTheUppermostLayerWithTheMergedValue(@ForAll("severalLayers") List<PolicyLayer> unnamed) {
        List<PolicyLayer> layers = named(unnamed);
        Policy merged = Policy.strictestOf(layers);

        assertThat(PolicyField.ALL)
                .filteredOn(field -> field != PolicyField.DEFAULT_METHOD)
                .allSatisfy(field -> {
                    List<PolicyLayer> sources = sources(merged.source(field), layers);
                    List<PolicyLayer> agreeing = layers.stream()
                            .filter(layer -> value(layer, field).equals(Optional.of(merged.get(field))))
                            .toList();
                    if (agreeing.isEmpty()) {
                        assertThat(sources).hasSizeGreaterThanOrEqualTo(sources.isEmpty() ? 0 : 2);
                    } else {
                        assertThat(sources).containsExactly(agreeing.get(0));
                    }
                });
    }

    @Property
    void equalPoliciesMayComeFromDifferentSources(@ForAll("severalLayers") List<PolicyLayer> layers) {
        assertThat(Policy.strictestOf(named(layers))).isEqualTo(Policy.strictestOf(layers));
    }

    @Provide
    Arbitrary<List<PolicyLayer>> severalLayers() {
        return Strictness.severalLayers();
    }

    private static Optional<Object> value(PolicyLayer layer, PolicyField<?> field) {
        return layer.get(field).map(Object.class::cast);
    }

    private static List<PolicyLayer> sources(String source, List<PolicyLayer> layers) {
        List<String> names = Arrays.asList(source.split("\\+"));
        return layers.stream().filter(layer -> names.contains(layer.source())).toList();
    }

    private static List<PolicyLayer> named(List<PolicyLayer> layers) {
        return IntStream.range(0, layers.size())
                .mapToObj(i -> layers.get(i).named("layer" + i))
                .toList();
    }

    private static PolicyLayer layer(String source, String path, String value) throws PolicyRefusedException {
        String json = "-".equals(value) ? "{}" : PolicyDocuments.of(path, value);
        return PolicyReader.read(json).named(source);
    }
}
