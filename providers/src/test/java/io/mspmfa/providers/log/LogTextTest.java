// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\u0085", "\u2028", "\u2029", "\u0000", "\u001b", "\u009b", "\u202e", "\t"})
    void R5_ofWhenALineCouldEndThenItDoesNot(String odd) {
        assertThat(LogText.of("acme" + odd + "ERROR forged")).isEqualTo("acme_ERROR forged");
    }

    @Test
    void ofWhenOrdinaryThenUnchanged() {
        assertThat(LogText.of("Größe 7, 東京")).isEqualTo("Größe 7, 東京");
        assertThat(LogText.of(null)).isEqualTo("null");
    }

    @Test
    void ofWhenVeryLongThenCut() {
        assertThat(LogText.of("x".repeat(100_000))).hasSizeLessThan(1100).endsWith("…");
    }
}
