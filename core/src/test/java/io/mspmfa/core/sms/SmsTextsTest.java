// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmsTextsTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "Acme", "Acme & Co-1", "3M", "+4915112345678", "123", "12345678"})
    void aSenderIsANameANumberOrAShortCode(String sender) {
        assertThat(SmsTexts.isSender(sender)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Acme and Sons", "Müller", " Acme", "12", "123456789", "+12", "+0151123456", "١٢٣"})
    void othersAreNotSenders(String sender) {
        assertThat(SmsTexts.isSender(sender)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{code}", "Zoë: {code} – ok"})
    void aTextHasOnePlaceForTheCode(String text) {
        assertThat(SmsTexts.isText(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no code", "{code} {code}", "{Code}", "{code}\n", "a\u202e {code}", "a\u200b {code}"})
    void othersAreNotTexts(String text) {
        assertThat(SmsTexts.isText(text)).isFalse();
    }
}
