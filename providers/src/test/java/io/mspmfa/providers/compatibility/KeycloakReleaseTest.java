// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeycloakReleaseTest {
    @ParameterizedTest
    @ValueSource(strings = {"26.5.7", "26.0", "25.9.9", "9.26.6", "0.0.0", "", "nightly", "26", "99999999.1"})
    void isOlderThanTheOldestWhenTheVersionIsOldOrUnknown(String version) {
        assertThat(KeycloakRelease.of(version).isOlderThan(KeycloakRelease.OLDEST))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"26.6.0, 26.6", "26.7.4, 26.7", "26.10.0, 26.10", "27.0.0.Final, 27.0", "999.0.0-SNAPSHOT, 999.0"})
    void isNotOlderThanTheOldestWhenTheVersionIsSupportedOrLater(String version, String release) {
        assertThat(KeycloakRelease.of(version)).hasToString(release);
        assertThat(KeycloakRelease.of(version).isOlderThan(KeycloakRelease.OLDEST))
                .isFalse();
    }
}
