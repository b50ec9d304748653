// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.attempts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttemptRulesTest {
    private static final AttemptRules DEFAULT = new AttemptRules(5, 30);

    @ParameterizedTest
    @CsvSource({
        "5,  1,   0", "5,   5,   0", "5,   6,   1", "5,   10,  1", "5,   11, 2", "5, 100, 19",
        "3,  3,   0", "3,   4,   1", "3,   99,  32", "3,  100, 33", "100, 1, 0", "100, 100, 0",
        "1,  1,   0", "1,   2,   1", "1, 100,  99"
    })
    void roundOfWhenAttemptThenItsRoundFrom0(int max, int attempt, int round) {
        assertThat(new AttemptRules(max, 30).roundOf(attempt)).isEqualTo(round);
    }

    @Test
    void R21_endsRoundAfterEveryMaxFailures() {
        assertThat(IntStream.rangeClosed(1, 16).filter(DEFAULT::endsRound)).containsExactly(5, 10, 15);
    }

    @Test
    void endsRoundWhenMaxIsTheHardStopThenOnlyAtTheHardStop() {
        AttemptRules loosest = new AttemptRules(100, 30);

        assertThat(IntStream.rangeClosed(1, AttemptRules.HARD_STOP).filter(loosest::endsRound))
                .containsExactly(100);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 7, 100})
    void endsRoundExactlyBeforeTheNextRoundBegins(int max) {
        AttemptRules rules = new AttemptRules(max, 30);

        assertThat(IntStream.rangeClosed(1, AttemptRules.HARD_STOP))
                .allMatch(attempt -> rules.endsRound(attempt) == (rules.roundOf(attempt + 1) > rules.roundOf(attempt)));
    }

    @Test
    void R21_pausesDoubleUpToAnHour() {
        assertThat(IntStream.rangeClosed(1, 9).map(DEFAULT::pauseBefore))
                .containsExactly(30, 60, 120, 240, 480, 960, 1920, 3600, 3600);
    }

    @ParameterizedTest
    @CsvSource({
        "1,    1,  1",
        "1,    12, 2048",
        "1,    13, 3600",
        "7,    2,  14",
        "1800, 2,  3600",
        "1801, 2,  3600",
        "3599, 1,  3599",
        "3600, 1,  3600",
        "3600, 2,  3600"
    })
    void R21_pauseBeforeWhenOtherFirstPauseThenDoubledUpToAnHour(int lockSeconds, int round, int pause) {
        assertThat(new AttemptRules(5, lockSeconds).pauseBefore(round)).isEqualTo(pause);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 30, 1000, 3600})
    void R21_pauseBeforeWhenRoundIsLateThenAnHourWithoutOverflow(int lockSeconds) {
        AttemptRules rules = new AttemptRules(3, lockSeconds);

        assertThat(IntStream.of(13, 31, 32, 33, 63, 64, 65, 66, 100, 1000, Integer.MAX_VALUE)
                        .map(rules::pauseBefore))
                .containsOnly(3600);
    }

    @Test
    void R21_noMoreThan100FailuresInARow() {
        assertThat(AttemptRules.HARD_STOP).isEqualTo(100);
    }
}
