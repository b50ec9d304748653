// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.branding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MailTextTest {
    @Test
    void theFootIsASignature() {
        assertThat(MailText.signed("Hello\n\n\n", "\nContoso\nHelp\n")).isEqualTo("Hello\n\n-- \nContoso\nHelp\n");
    }

    @Test
    void withoutAFootTheTextStaysAsItWas() {
        assertThat(MailText.signed("Hello\n\n", " \n")).isEqualTo("Hello\n\n");
    }
}
