// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.enforcement.Obligation.Kind;
import io.mspmfa.core.enforcement.Obligation.Reason;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A low risk spares the challenge and the set-up, and nothing else. The words are those of {@link LoginFactsTest}. */
class LowRiskTest {
    private static final List<Set<String>> EVERYTHING_ELSE =
            Knowledge.everyChoiceOf("factor proved sso session mail action spent master grace later device");

    @ParameterizedTest
    @CsvSource(textBlock = """
            REQUIRED,    factor safe,                    NOTHING
            REQUIRED,    safe,                           NOTHING
            REQUIRED,    safe grace,                     NOTHING
            IF_ENROLLED, factor safe,                    NOTHING
            REQUIRED,    factor safe mail action,        CHALLENGE
            REQUIRED,    factor safe proved spent,       RENEW_BACKUP_CODES
            """)
    void A22_answerWhenTheseFactsAreKnownThenThisAnswer(Kind kind, String known, LoginAnswer answer) {
        assertThat(answer(kind, Knowledge.of(known))).isEqualTo(answer);
    }

    @ParameterizedTest
    @EnumSource
    void A22_answerWhenRiskIsLowThenNothingButAChallengeOrASetUpIsSpared(Kind kind) {
        assertThat(EVERYTHING_ELSE).allSatisfy(known -> {
            LoginAnswer without = answer(kind, known);
            boolean isSpared = without != LoginAnswer.RENEW_BACKUP_CODES && !known.contains("mail");
            Set<String> safe = Stream.concat(known.stream(), Stream.of("safe")).collect(Collectors.toUnmodifiableSet());
            assertThat(answer(kind, safe)).isEqualTo(isSpared ? LoginAnswer.NOTHING : without);
        });
    }

    private static LoginAnswer answer(Kind kind, Set<String> known) {
        return Knowledge.facts(new Obligation(kind, Reason.RISK), known).answer();
    }
}
