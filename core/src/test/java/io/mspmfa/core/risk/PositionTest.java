// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionTest {
    private static final Position FRANKFURT = new Position(50.11, 8.68, 20);
    private static final Position SYDNEY = new Position(-33.87, 151.21, 50);

    @Test
    void bothRadiusesAreTakenOffTheDistance() {
        assertThat(FRANKFURT.leastDistance(SYDNEY)).isCloseTo(16_480 - 70, within(30.0));
        assertThat(SYDNEY.leastDistance(FRANKFURT)).isEqualTo(FRANKFURT.leastDistance(SYDNEY));
    }

    @Test
    void whatOverlapsMayBeTheSamePlace() {
        assertThat(FRANKFURT.leastDistance(new Position(50.1, 9.0, 30))).isZero();
        assertThat(FRANKFURT.leastDistance(new Position(48.1, 11.6, 1000))).isZero();
    }

    @Test
    void theDateLineIsNoBorder() {
        assertThat(new Position(0, 179.9, 0).leastDistance(new Position(0, -179.9, 0)))
                .isCloseTo(22, within(1.0));
    }

    @Test
    void isKeptToATenthOfADegree() {
        assertThat(FRANKFURT).isEqualTo(new Position(50.1, 8.7, 20));
    }

    @ParameterizedTest
    @CsvSource({"91, 0, 1", "0, -181, 1", "0, 0, -1", "0, 0, 30000", "NaN, 0, 1", "0, NaN, 1", "Infinity, 0, 1"})
    void nonsenseIsNoPosition(double latitude, double longitude, int radius) {
        assertThat(Position.of(latitude, longitude, radius)).isEmpty();
        assertThatThrownBy(() -> new Position(latitude, longitude, radius))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void noDistanceIsFartherThanHalfAroundTheEarth(
            @ForAll @DoubleRange(min = -90, max = 90) double north,
            @ForAll @DoubleRange(min = -180, max = 180) double east,
            @ForAll @DoubleRange(min = -90, max = 90) double otherNorth,
            @ForAll @DoubleRange(min = -180, max = 180) double otherEast) {
        assertThat(new Position(north, east, 0).leastDistance(new Position(otherNorth, otherEast, 0)))
                .isBetween(0.0, 20_038.0);
    }
}
