// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.smscodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.providers.codes.CodeLetter;
import java.net.URI;
import org.junit.jupiter.api.Test;

class SmsWordingTest {
    @Test
    void theLastLineIsForPhones() {
        assertThat(message("{code} is your code for Acme.", "login.example.org"))
                .isEqualTo("123456 is your code for Acme.\n@login.example.org #123456");
    }

    @Test
    void theLastLineIsLeftOutRatherThanSendingTwoMessages() {
        String longest = "{code}" + ".".repeat(94);
        assertThat(message(longest, "h".repeat(50))).hasSize(160);
        assertThat(message(longest, "h".repeat(51))).isEqualTo("123456" + ".".repeat(94));
    }

    private static String message(String text, String host) {
        return new SmsWording(text)
                .of(new CodeLetter("realm", "user", "+4915112345678", "123456", URI.create("https://" + host), null));
    }
}
