// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityOptionsTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @Test
    void withoutOptionsRecordsAreKeptForThirteenMonths() {
        assertThat(ActivityOptions.read(null, null).days()).isEqualTo(400);
        assertThat(ActivityOptions.read(" 30 ", " ").days()).isEqualTo(30);
        assertThat(ActivityOptions.read("3650", SECRET + " stored").days()).isEqualTo(3650);
    }

    @ParameterizedTest
    @ValueSource(strings = {"29", "3651", "0", "-1", "", "x", "30.5", "99999999999"})
    void otherDaysStopTheServer(String days) {
        assertThatThrownBy(() -> ActivityOptions.read(days, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The option spi-jpa-entity-provider--msp-mfa--activity-days"
                        + " must be a whole number from 30 to 3650");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", SECRET + " short", SECRET + " " + SECRET, "stored stored"})
    void R5_secretsThatCanNotBeUsedStopTheServerAndAreNotRepeated(String keys) {
        assertThatThrownBy(() -> ActivityOptions.read(null, keys))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("spi-jpa-entity-provider--msp-mfa--activity-keys")
                .hasMessageNotContaining(SECRET)
                .hasMessageNotContaining("short");
    }
}
