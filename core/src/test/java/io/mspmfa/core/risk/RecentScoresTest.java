// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecentScoresTest {
    private static final long DAY = 86_400;
    private static final long NOW = 20_000 * DAY + 5;

    @Test
    void countsTheLoginsOfThirtyDays() {
        RecentScores scores = RecentScores.NONE
                .with(NOW - 30 * DAY, 100)
                .with(NOW - 29 * DAY, 50)
                .with(NOW - DAY, 20)
                .with(NOW, 0);

        assertThat(scores.count(NOW)).isEqualTo(3);
        assertThat(scores.asked(NOW, 50)).isOne();
        assertThat(scores.asked(NOW, 20)).isEqualTo(2);
        assertThat(scores.asked(NOW, 51)).isZero();
    }

    @Test
    void isBounded() {
        RecentScores scores = RecentScores.NONE;
        for (int i = 0; i < 200; i++) {
            scores = scores.with(NOW, 100);
        }

        assertThat(scores.count(NOW)).isEqualTo(64);
        assertThat(scores.text()).hasSizeLessThan(RecentScores.LONGEST_TEXT);
    }

    @Test
    void theStoredFormIsAPromise() {
        RecentScores scores = RecentScores.NONE.with(NOW - DAY, 20).with(NOW, 50);

        assertThat(scores.text()).isEqualTo("20000:50,19999:20");
        assertThat(RecentScores.read(scores.text())).isEqualTo(scores);
        assertThat(RecentScores.read("")).isEqualTo(RecentScores.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "x", "1", "1:", ":1", "1:2,", "1:2;3:4", "99999999:1", "1:1000", "-1:2"})
    void anythingElseContainsNone(String text) {
        assertThat(RecentScores.read(text)).isEqualTo(RecentScores.NONE);
    }

    @Test
    void aClockThatWasMovedBackCountsNothingOfTheFuture() {
        assertThat(RecentScores.NONE.with(NOW + 5 * DAY, 50).count(NOW)).isZero();
    }
}
