// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.risk.History;
import io.mspmfa.core.risk.Login;
import io.mspmfa.core.risk.Position;
import org.junit.jupiter.api.Test;

class NewCountryTest {
    private static final History HISTORY = Login.history();

    private static final Position TOKYO = new Position(35.7, 139.7, 20);

    @Test
    void aKnownCountryIsNoRisk() {
        assertThat(points(Login.usual())).isZero();
    }

    @Test
    void anotherCountryIsNew() {
        assertThat(points(Login.usual().in("JP", TOKYO))).isEqualTo(30);
    }

    @Test
    void withoutAGeoDatabaseItSaysNothing() {
        assertThat(points(Login.usual().withoutPlace())).isZero();
    }

    @Test
    void theFirstCountryIsNotNew() {
        assertThat(new NewCountry().points(Login.usual().facts(), History.NONE)).isZero();
    }

    private static int points(Login login) {
        return new NewCountry().points(login.facts(), HISTORY);
    }
}
