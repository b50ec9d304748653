// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.risk.History;
import io.mspmfa.core.risk.Login;
import io.mspmfa.core.risk.Trust;
import org.junit.jupiter.api.Test;

class NewNetworkTest {
    private static final History HISTORY = Login.history();

    @Test
    void aKnownNetworkIsNoRisk() {
        assertThat(points(Login.usual().from("203.0.113.200"))).isZero();
        assertThat(points(Login.usual().from("::ffff:203.0.113.200"))).isZero();
    }

    @Test
    void anotherNetworkIsNew() {
        assertThat(points(Login.usual().from("203.0.114.7"))).isEqualTo(20);
        assertThat(points(Login.usual().from("2001:db8::1"))).isEqualTo(20);
    }

    @Test
    void P26_aTrustedNetworkIsNeverNew() {
        assertThat(points(Login.usual().from("203.0.114.7").trust(Trust.INSIDE)))
                .isZero();
    }

    private static int points(Login login) {
        return new NewNetwork().points(login.facts(), HISTORY);
    }
}
