// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.risk.History;
import io.mspmfa.core.risk.Login;
import io.mspmfa.core.risk.Trust;
import org.junit.jupiter.api.Test;

class UntrustedNetworkTest {
    private static final History HISTORY = Login.history();

    @Test
    void withoutAListNoNetworkIsOutsideOfIt() {
        assertThat(points(Login.usual())).isZero();
    }

    @Test
    void onlyTheOutsideAddsPoints() {
        assertThat(points(Login.usual().trust(Trust.INSIDE))).isZero();
        assertThat(points(Login.usual().trust(Trust.OUTSIDE))).isEqualTo(10);
    }

    private static int points(Login login) {
        return new UntrustedNetwork().points(login.facts(), HISTORY);
    }
}
