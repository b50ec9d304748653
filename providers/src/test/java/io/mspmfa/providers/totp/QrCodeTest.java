// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.keycloak.models.utils.Base32;

class QrCodeTest {
    private static final NewTotp SECRET = new NewTotp("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP");

    @Test
    void L2_uriUsesOnlyParametersThatEveryAppSupports() {
        assertThat(new QrCode("Acme Ltd", "ada@example.test", SECRET).uri())
                .isEqualTo("otpauth://totp/Acme%20Ltd:ada%40example.test?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
                        + "&issuer=Acme%20Ltd&algorithm=SHA1&digits=6&period=30");
    }

    @Test
    void uriWhenNamesContainSeparatorsThenTheyAddNoParameters() {
        assertThat(new QrCode("A:B&secret=X", "a?b#c/d", SECRET).uri())
                .startsWith("otpauth://totp/A%20B%26secret%3DX:a%3Fb%23c%2Fd?secret=JBSW");
    }

    @Test
    void dataUriWhenNamesAreVeryLongThenThereIsStillAPicture() {
        String endless = "\u4f8b".repeat(2000);
        assertThat(new QrCode(endless, endless, SECRET).dataUri()).startsWith("data:image/svg+xml;base64,");
    }

    @Test
    void withMarkWhenTheAccountIsLongThenTheMarkIsStillThere() {
        String entry = QrCode.withMark("a".repeat(100) + "@example.test", "2026-11-27 14.05.33");

        assertThat(entry).hasSize(64).endsWith(" (2026-11-27 14.05.33)");
        assertThat(new QrCode("Acme Ltd", entry, SECRET).uri()).contains("a%20%282026-11-27%2014.05.33%29?secret=");
    }

    @Test
    void R7_secretsHave160BitsAndDiffer() {
        SecureRandom random = new SecureRandom();
        NewTotp first = NewTotp.generate(random);
        assertThat(Base32.decode(first.base32())).hasSize(20);
        assertThat(NewTotp.generate(random)).isNotEqualTo(first);
    }
}
