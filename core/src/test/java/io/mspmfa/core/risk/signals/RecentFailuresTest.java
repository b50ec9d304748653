// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.risk.History;
import io.mspmfa.core.risk.Login;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecentFailuresTest {
    private static final History HISTORY = Login.history();

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "2, 19, 0",
        "3, 0, 15",
        "0, 20, 15",
        "3, 20, 15",
        "9, 99, 15",
        "10, 0, 30",
        "0, 100, 30",
        "10, 100, 30",
        "2147483647, 2147483647, 30"
    })
    void P26_failuresOfTheUserAndTheNetworkAreNotAddedUp(int ofUser, int ofNetwork, int points) {
        assertThat(points(Login.usual().failures(ofUser, ofNetwork))).isEqualTo(points);
    }

    private static int points(Login login) {
        return new RecentFailures().points(login.facts(), HISTORY);
    }
}
