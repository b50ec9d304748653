// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.branding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrandTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"Acme", "Müller & Söhne", "Acme \"Cloud\" – it's ours", "شركة", "日本語", "$5 100 % #1", "👩‍🔧"})
    void namesOfEveryLanguageAreTexts(String text) {
        assertThat(BrandText.isOne(text, 40)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "<b>Acme</b>",
                "a > b",
                "${7*7}",
                "#{7*7}",
                "{0}",
                "Acme\nLtd",
                "Acme\u0000",
                "Acme\u2028Ltd",
                "\u202eemcA",
                "\u2067Acme\u2069",
                "\ud800"
            })
    void codeAndInvisibleCharactersAreNot(String text) {
        assertThat(BrandText.isOne(text, 40)).isFalse();
    }

    @Test
    void itIsBoundedByWhatAReaderCounts() {
        assertThat(BrandText.isOne("𝒜".repeat(40), 40)).isTrue();
        assertThat(BrandText.isOne("𝒜".repeat(41), 40)).isFalse();
    }
}
