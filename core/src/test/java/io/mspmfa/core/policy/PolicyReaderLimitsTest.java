// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mspmfa.core.sentences.FieldProblem;
import io.mspmfa.core.sentences.Said;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that are too long, nested too deeply or contain values that are too large. */
class PolicyReaderLimitsTest {

    @Test
    void readWhenLongerThanAPolicyThenRefused() throws PolicyRefusedException {
        String longest = "{}" + " ".repeat(PolicyReader.MAX_CHARACTERS - 2);

        assertThat(PolicyReader.read(longest).get(PolicyField.MODE)).isEmpty();
        assertThat(Said.by(problemsOf(longest + " "))).containsExactly("too_long {max=65536}");
        assertThat(Said.by(problemsOf(PolicyDocuments.of("mode", '"' + "s".repeat(1_000_000) + '"'))))
                .containsExactly("too_long {max=65536}");
    }

    @Test
    void readWhenNestedTooDeepThenRefused() {
        assertThat(Said.by(problemsOf("[".repeat(60_000)))).containsExactly("not_json");
        assertThat(Said.by(problemsOf("{\"mode\":".repeat(5_000)))).containsExactly("not_json");
    }

    @Test
    void readWhenNumberIsEndlessThenRefused() {
        assertThat(problemsOf(PolicyDocuments.of("graceDays", "9".repeat(60_000))))
                .hasSize(1);
        assertThat(problemsOf(PolicyDocuments.of("graceDays", "1e999999999"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "☎", "😀"})
    void readWhenContactIsLongerThan200CharactersThenRefused(String character) throws PolicyRefusedException {
        String longest = character.repeat(200);

        assertThat(PolicyReader.read(PolicyDocuments.of("notifications.contact", '"' + longest + '"'))
                        .get(PolicyField.CONTACT))
                .contains(longest);
        assertThat(problemsOf(PolicyDocuments.of("notifications.contact", '"' + longest + "a\"")))
                .extracting(FieldProblem::field)
                .containsExactly("notifications.contact");
    }

    private static List<FieldProblem> problemsOf(String json) {
        PolicyRefusedException refusal =
                catchThrowableOfType(PolicyRefusedException.class, () -> PolicyReader.read(json));
        assertThat(refusal).as(json.substring(0, Math.min(80, json.length()))).isNotNull();
        return refusal.problems();
    }
}
