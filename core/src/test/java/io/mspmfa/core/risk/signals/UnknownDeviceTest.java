// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.risk.History;
import io.mspmfa.core.risk.Login;
import io.mspmfa.core.risk.Trust;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnknownDeviceTest {
    private static final History HISTORY = Login.history();

    @Test
    void aKnownBrowserIsNoRisk() {
        assertThat(points(Login.usual())).isZero();
    }

    @Test
    void aBrowserWithoutItsCookieIsUnknown() {
        assertThat(points(Login.usual().with(Optional.empty()))).isEqualTo(50);
    }

    @Test
    void aBrowserThatIsNotInTheHistoryIsUnknown() {
        assertThat(points(Login.usual().with(Optional.of("other")))).isEqualTo(50);
    }

    @Test
    void itWeighsLessInATrustedNetwork() {
        assertThat(points(Login.usual().with(Optional.empty()).trust(Trust.INSIDE)))
                .isEqualTo(30);
        assertThat(points(Login.usual().with(Optional.empty()).trust(Trust.OUTSIDE)))
                .isEqualTo(50);
        assertThat(points(Login.usual().trust(Trust.INSIDE))).isZero();
    }

    @Test
    void theFirstLoginIsAskedAlsoInATrustedNetwork() {
        assertThat(new UnknownDevice().points(Login.usual().trust(Trust.INSIDE).facts(), History.NONE))
                .isEqualTo(50);
    }

    private static int points(Login login) {
        return new UnknownDevice().points(login.facts(), HISTORY);
    }
}
