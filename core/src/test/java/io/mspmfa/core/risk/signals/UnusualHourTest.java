// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.risk.History;
import io.mspmfa.core.risk.Login;
import org.junit.jupiter.api.Test;

class UnusualHourTest {
    private static final History HISTORY = Login.history();

    @Test
    void theUsualHourAndThoseBesideItAreNoRisk() {
        for (int hours = -1; hours <= 1; hours++) {
            assertThat(points(Login.usual().at(Login.MORNING + hours * Login.HOUR)))
                    .isZero();
        }
    }

    @Test
    void theNightIsUnusual() {
        assertThat(points(Login.usual().at(Login.MORNING + 2 * Login.HOUR))).isEqualTo(30);
        assertThat(points(Login.usual().at(Login.MORNING - 6 * Login.HOUR))).isEqualTo(30);
    }

    @Test
    void fewLoginsAreNoHabit() {
        History few = History.NONE;
        for (int day = 0; day < 19; day++) {
            few = few.afterUnasked(
                    Login.usual().at(Login.MORNING + day * Login.DAY).facts());
        }
        Login night = Login.usual().at(Login.MORNING - 6 * Login.HOUR);

        assertThat(new UnusualHour().points(night.facts(), few)).isZero();
        assertThat(new UnusualHour()
                        .points(
                                night.facts(),
                                few.afterUnasked(Login.usual()
                                        .at(Login.MORNING + 19 * Login.DAY)
                                        .facts())))
                .isEqualTo(30);
    }

    @Test
    void aClockBefore1970HasHours() {
        assertThat(points(Login.usual().at(-1))).isEqualTo(30);
    }

    private static int points(Login login) {
        return new UnusualHour().points(login.facts(), HISTORY);
    }
}
