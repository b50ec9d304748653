// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.risk.History;
import io.mspmfa.core.risk.Login;
import org.junit.jupiter.api.Test;

class LongAbsenceTest {
    private static final History HISTORY = Login.history();

    @Test
    void fortyFiveDaysAreLong() {
        assertThat(points(Login.usual())).isZero();
        assertThat(points(Login.usual().at(Login.MORNING + 44 * Login.DAY - 1))).isZero();
        assertThat(points(Login.usual().at(Login.MORNING + 44 * Login.DAY))).isEqualTo(30);
    }

    @Test
    void aClockThatWasMovedBackIsNoAbsence() {
        assertThat(points(Login.usual().at(0))).isZero();
    }

    @Test
    void aNewUserWasNotAbsent() {
        assertThat(new LongAbsence().points(Login.usual().facts(), History.NONE))
                .isZero();
    }

    private static int points(Login login) {
        return new LongAbsence().points(login.facts(), HISTORY);
    }
}
