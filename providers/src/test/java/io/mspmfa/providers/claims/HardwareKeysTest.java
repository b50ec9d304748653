// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What decides whether a key is called hardware in a token. */
class HardwareKeysTest {
    private static final String MODEL = "cb69481e-8ff7-4039-93ec-0a2729a154a8";
    private static final Set<String> MODELS = Set.of(MODEL);
    private static final String DATA = """
            {"aaguid": "cb69481e-8ff7-4039-93ec-0a2729a154a8", "attestationStatementFormat": "%s", "transports": [%s]}""";

    @Test
    void anAttestedRemovableKeyOfAListedModelIs() {
        String key = DATA.formatted("packed", "\"usb\", \"nfc\"");

        assertThat(HardwareKeys.isHardware(key, MODELS)).isTrue();
        assertThat(HardwareKeys.isHardware(key, Set.of(MODEL.toUpperCase(Locale.ROOT))))
                .isTrue();
    }

    /** Keycloak then accepts keys that attest themselves: a program can do that. */
    @Test
    void aKeyOfAModelThatTheRealmHasNotListedIsNot() {
        String key = DATA.formatted("packed", "\"usb\"");

        assertThat(HardwareKeys.isHardware(key, Set.of())).isFalse();
        assertThat(HardwareKeys.isHardware(key, Set.of("00000000-0000-0000-0000-000000000000")))
                .isFalse();
        assertThat(HardwareKeys.isHardware(key.replace("aaguid", "other"), MODELS))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "none   | \"usb\"",
                "''     | \"usb\"",
                "packed | ''",
                "packed | \"internal\"",
                "packed | \"hybrid\"",
                "packed | \"usb\", \"internal\"",
                "packed | \"something-new\""
            })
    void aKeyOfWhichLessIsKnownIsNot(String format, String transports) {
        assertThat(HardwareKeys.isHardware(DATA.formatted(format, transports), MODELS))
                .isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "no JSON", "{}", "{\"transports\": 5}"})
    void whatCannotBeReadIsNot(String data) {
        assertThat(HardwareKeys.isHardware(data, MODELS)).isFalse();
    }
}
