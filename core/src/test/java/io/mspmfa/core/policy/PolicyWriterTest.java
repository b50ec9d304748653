// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

@PropertyDefaults(tries = 100, edgeCases = EdgeCasesMode.NONE)
class PolicyWriterTest {

    @Test
    void textIsTheContractsExample() throws Exception {
        String example = new ObjectMapper().readTree(PolicyDocuments.CONTRACT).toString();

        assertThat(PolicyWriter.text(PolicyReader.read(PolicyDocuments.CONTRACT)))
                .isEqualTo(example);
    }

    @Test
    void textContainsTheFieldsThatTheLayerSetsAndNothingElse() {
        PolicyLayer required = PolicyLayer.empty().with(PolicyField.MODE, Mode.REQUIRED);

        assertThat(PolicyWriter.text(PolicyLayer.empty())).isEqualTo("{}");
        assertThat(PolicyWriter.text(required)).isEqualTo("{\"mode\":\"required\"}");
        assertThat(PolicyWriter.text(required.named("floor"))).isEqualTo("{\"mode\":\"required\"}");
    }

    @Test
    void textHasItsFieldsAndListsInAFixedOrder() throws PolicyRefusedException {
        PolicyLayer layer = PolicyReader.read("""
                {"notifications": {"contact": "\\"IT\\"", "email": false}, "exemptRoles": ["b", "a", "b", "C"],
                 "attempts": {"lockSeconds": 1}, "enrolment": {}, "methods": ["webauthn", "email", "totp", "sms"]}
                """);

        assertThat(PolicyWriter.text(layer))
                .isEqualTo("{\"methods\":[\"totp\",\"sms\",\"email\",\"webauthn\"],\"exemptRoles\":[\"C\",\"a\",\"b\"],"
                        + "\"attempts\":{\"lockSeconds\":1},"
                        + "\"notifications\":{\"email\":false,\"contact\":\"\\\"IT\\\"\"}}");
    }

    @Property
    void layerIsReadBackAsWritten(@ForAll("layers") PolicyLayer layer) throws PolicyRefusedException {
        PolicyLayer read = PolicyReader.read(PolicyWriter.text(layer));

        assertThat(PolicyField.ALL)
                .allSatisfy(field -> assertThat((Object) read.get(field)).isEqualTo(layer.get(field)));
        assertThat(PolicyWriter.text(read)).isEqualTo(PolicyWriter.text(layer));
    }

    @Property
    void policyIsReadBackAsWritten(@ForAll("severalLayers") List<PolicyLayer> layers) throws PolicyRefusedException {
        Policy policy = Policy.strictestOf(layers);

        PolicyLayer read = PolicyReader.read(PolicyWriter.write(policy).toString());

        assertThat(read.fields()).hasSameSizeAs(PolicyField.ALL);
        assertThat(Policy.strictestOf(List.of(read))).isEqualTo(policy);
    }

    @Property
    void anyTextInAListIsReadBackUnchanged(@ForAll("texts") Set<String> texts) throws PolicyRefusedException {
        PolicyLayer layer =
                PolicyLayer.empty().with(PolicyField.EXEMPT_ROLES, texts).with(PolicyField.REQUIRED_ROLES, texts);

        PolicyLayer read = PolicyReader.read(PolicyWriter.text(layer));

        assertThat(read.get(PolicyField.EXEMPT_ROLES)).contains(texts);
        assertThat(read.get(PolicyField.REQUIRED_ROLES)).contains(texts);
    }

    @Property
    void textDoesNotDependOnTheOrderInWhichFieldsWereSet(@ForAll("layers") PolicyLayer layer, @ForAll Random random) {
        List<PolicyField<?>> fields = new ArrayList<>(layer.fields());
        Collections.shuffle(fields, random);
        PolicyLayer other = PolicyLayer.empty();
        for (PolicyField<?> field : fields) {
            other = copy(field, layer, other);
        }

        assertThat(PolicyWriter.text(other)).isEqualTo(PolicyWriter.text(layer));
    }

    @Provide
    Arbitrary<PolicyLayer> layers() {
        return Strictness.layers();
    }

    @Provide
    Arbitrary<List<PolicyLayer>> severalLayers() {
        return Strictness.severalLayers();
    }

    @Provide
    Arbitrary<Set<String>> texts() {
        return Arbitraries.strings()
                .ofMinLength(1)
                .ofMaxLength(20)
                .filter(text -> !text.isBlank())
                .set()
                .ofMaxSize(5);
    }

    private static <T> PolicyLayer copy(PolicyField<T> field, PolicyLayer from, PolicyLayer to) {
        return to.with(field, from.get(field).orElseThrow());
    }
}
