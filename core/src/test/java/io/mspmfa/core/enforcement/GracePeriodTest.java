// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GracePeriodTest {
    private static final long START = 1_800_000_000;
    private static final long DAY = 86_400;

    @ParameterizedTest
    @CsvSource({"1, 86400", "3, 259200", "30, 2592000"})
    void A26_endsAfterTheLastDay(int days, long seconds) {
        GracePeriod grace = new GracePeriod(START, days);
        assertThat(grace.end()).isEqualTo(START + seconds);
        assertThat(grace.isOver(START + seconds - 1)).isFalse();
        assertThat(grace.isOver(START + seconds)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1800000000, 0", "0, 7", "0, 30"})
    void A26_isOverAtOnceIfThereAreNoDaysOrItWasEnded(long start, int days) {
        GracePeriod grace = new GracePeriod(start, days);
        assertThat(grace.end()).isZero();
        assertThat(grace.isOver(START)).isTrue();
        assertThat(grace.daysLeft(START)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "0, 0", "1, 1", "86399, 1", "86400, 1", "86401, 2", "259200, 3"})
    void A26_aPartOfADayCountsAsOne(long secondsLeft, long days) {
        assertThat(new GracePeriod(START, 3).daysLeft(START + 3 * DAY - secondsLeft))
                .isEqualTo(days);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 30})
    void A26_latestStartOverIsTheLastStartWhoseGraceIsOver(int days) {
        long start = GracePeriod.latestStartOver(START, days);
        assertThat(new GracePeriod(start, days).isOver(START)).isTrue();
        assertThat(new GracePeriod(start + 1, days).isOver(START)).isFalse();
    }
}
