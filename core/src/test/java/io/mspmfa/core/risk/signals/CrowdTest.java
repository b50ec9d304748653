// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.risk.History;
import io.mspmfa.core.risk.Login;
import io.mspmfa.core.risk.Trust;
import org.junit.jupiter.api.Test;

class CrowdTest {
    private static final History HISTORY = Login.history();

    private static final Login ELSEWHERE = Login.usual().from("198.51.100.1");

    @Test
    void tenUsersAreMany() {
        assertThat(points(ELSEWHERE.users(9))).isZero();
        assertThat(points(ELSEWHERE.users(10))).isEqualTo(10);
    }

    @Test
    void aSharedOfficeIsNoCrowd() {
        assertThat(points(Login.usual().users(500))).isZero();
        assertThat(points(ELSEWHERE.users(500).trust(Trust.INSIDE))).isZero();
    }

    private static int points(Login login) {
        return new Crowd().points(login.facts(), HISTORY);
    }
}
