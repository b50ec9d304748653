// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GsmTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            @  | 00
            $  | 02
            _  | 11
            0  | 30
            A  | 41
            z  | 7a
            Ä  | 5b
            ü  | 7e
            ß  | 1e
            à  | 7f
            €  | 1b65
            [  | 1b3c
            {  | 1b28
            ~  | 1b3d
            """)
    void encodesAsInTheTableOfTheStandard(String text, String codes) {
        assertThat(GsmText.encode(text).orElseThrow()).isEqualTo(bytes(codes));
    }

    @Test
    void lineBreaksAreInTheAlphabet() {
        assertThat(GsmText.encode("a\r\nb").orElseThrow()).containsExactly(0x61, 13, 10, 0x62);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ł", "“", "–", "😀", "\uffff", "\u001b", "`", "ç"})
    void otherCharactersAreNotEncoded(String text) {
        assertThat(GsmText.encode("Code " + text)).isEmpty();
    }

    private static byte[] bytes(String hex) {
        byte[] bytes = new byte[hex.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16);
        }
        return bytes;
    }
}
