// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.totp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.credential.OTPCredentialModel;

class StoredDriftTest {

    @ParameterizedTest
    @ValueSource(ints = {-10, -1, 0, 3, 10})
    void R8_aDriftIsReadBackFromTheStoredText(int drift) {
        OTPCredentialModel token = token();
        StoredDrift.set(token, drift);

        assertThat(StoredDrift.of(OTPCredentialModel.createFromCredentialModel(token)))
                .isEqualTo(drift);
    }

    /** The initial counter of an OTP policy, or whatever an import left there, widens and moves nothing. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 120, -5, -989, -1011, Integer.MIN_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE - 999})
    void R8_aCounterThatIsNoDriftCountsAsNone(int counter) {
        OTPCredentialModel token = token();
        token.updateCounter(counter);

        assertThat(StoredDrift.of(token)).isZero();
    }

    private static OTPCredentialModel token() {
        return OTPCredentialModel.createTOTP("secret", 6, 30, "HmacSHA1");
    }
}
