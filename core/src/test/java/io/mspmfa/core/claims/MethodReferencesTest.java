// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.claims;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.policy.Method;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MethodReferencesTest {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EMAIL")
    void aFactorMakesALoginMultiFactor(Method method) {
        assertThat(MethodReferences.of(method, false)).hasSize(2).contains("mfa");
    }

    @Test
    void R19_aCodeByEmailDoesNot() {
        assertThat(MethodReferences.of(Method.EMAIL, true)).containsExactly("email");
    }

    @Test
    void onlyAKeyKnownToBeHardwareIsCalledSo() {
        assertThat(MethodReferences.of(Method.WEBAUTHN, true)).contains("hwk");
        assertThat(MethodReferences.of(Method.WEBAUTHN, false)).contains("swk").doesNotContain("hwk");
    }

    @Test
    void whatTheRealmCallsItsOtherStepsIsKept() {
        assertThat(MethodReferences.claim(List.of("pwd", "geo"), List.of("otp", "mfa")))
                .containsExactly("pwd", "geo", "otp", "mfa");
    }

    @Test
    void nothingIsSaidTwice() {
        assertThat(MethodReferences.claim(List.of("swk", "otp"), List.of("swk", "mfa")))
                .containsExactly("swk", "mfa");
    }

    @Test
    void aStepForCodesSaysNothingUnlessACodeWasVerified() {
        assertThat(MethodReferences.claim(List.of("pwd", "otp", "mfa", "sms", "email"), List.of()))
                .containsExactly("pwd");
    }
}
