// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.risk.History;
import io.mspmfa.core.risk.Login;
import org.junit.jupiter.api.Test;

class AdminRoleTest {
    private static final History HISTORY = Login.history();

    @Test
    void onlyAdministratorsAreAtStake() {
        assertThat(points(Login.usual())).isZero();
        assertThat(points(Login.usual().admin())).isEqualTo(20);
    }

    private static int points(Login login) {
        return new AdminRole().points(login.facts(), HISTORY);
    }
}
