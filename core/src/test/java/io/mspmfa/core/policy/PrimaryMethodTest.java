// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrimaryMethodTest {
    private static final List<Method> BOTH = List.of(Method.WEBAUTHN, Method.TOTP);

    @ParameterizedTest(name = "chosen {0}, default {1}: {2}")
    @CsvSource(
            nullValues = "none",
            value = {
                "webauthn, TOTP,     WEBAUTHN",
                "totp,     WEBAUTHN, TOTP",
                "none,     TOTP,     TOTP",
                "none,     WEBAUTHN, WEBAUTHN",
                "none,     SMS,      WEBAUTHN",
                "sms,      TOTP,     TOTP",
                "sms,      EMAIL,    WEBAUTHN",
                "unheard,  TOTP,     TOTP",
                "TOTP,     WEBAUTHN, WEBAUTHN"
            })
    void ofTakesTheChoiceThenTheDefaultThenTheStrongest(String chosen, Method fallback, Method expected) {
        assertThat(PrimaryMethod.of(chosen, fallback, BOTH)).contains(expected);
    }

    @Test
    void ofNothingIsEmpty() {
        assertThat(PrimaryMethod.of("totp", Method.TOTP, List.of())).isEmpty();
    }
}
