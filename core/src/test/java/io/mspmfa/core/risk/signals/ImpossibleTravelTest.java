// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.risk.History;
import io.mspmfa.core.risk.Login;
import io.mspmfa.core.risk.Position;
import org.junit.jupiter.api.Test;

class ImpossibleTravelTest {
    private static final History HISTORY = Login.history();

    private static final long YESTERDAY = Login.MORNING - Login.DAY;
    private static final Position TOKYO = new Position(35.7, 139.7, 20);
    private static final Position NEXT_TOWN = new Position(50.0, 8.2, 20);
    private static final Login AWAY = Login.usual().from("198.51.100.1").in("JP", TOKYO);

    @Test
    void nobodyIsInTokyoAfterAnHour() {
        assertThat(points(AWAY.at(YESTERDAY + Login.HOUR))).isEqualTo(30);
    }

    @Test
    void anyoneMayBeInTokyoTheNextDay() {
        assertThat(points(AWAY)).isZero();
    }

    @Test
    void theNextTownIsNotFar() {
        assertThat(points(AWAY.in("DE", NEXT_TOWN).at(YESTERDAY))).isZero();
    }

    @Test
    void aClockThatWasMovedBackMakesNoTime() {
        assertThat(points(AWAY.at(YESTERDAY - 100 * Login.DAY))).isEqualTo(30);
    }

    /** A VPN is switched on or off: the user is in two countries at the same time. */
    @Test
    void betweenKnownNetworksItSaysNothing() {
        assertThat(points(AWAY.from("203.0.113.1").at(YESTERDAY + Login.HOUR))).isZero();
    }

    @Test
    void withoutAGeoDatabaseItSaysNothing() {
        assertThat(points(AWAY.withoutPlace().at(YESTERDAY + Login.HOUR))).isZero();
        History placeless =
                History.NONE.afterUnasked(Login.usual().withoutPlace().facts());
        assertThat(new ImpossibleTravel().points(AWAY.facts(), placeless)).isZero();
    }

    @Test
    void aVaguePositionIsNoEvidence() {
        Position somewhere = new Position(35.7, 139.7, 10_000);

        assertThat(points(AWAY.in("JP", somewhere).at(YESTERDAY))).isZero();
    }

    private static int points(Login login) {
        return new ImpossibleTravel().points(login.facts(), HISTORY);
    }
}
