// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.factors.backupcodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.backupcodes.BackupCode;
import io.mspmfa.core.backupcodes.HashedCodes;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.credential.CredentialModel;

class BackupCodesCredentialModelTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "not json", "{}", "[]", "null", "{\"algorithm\":\"x\",\"salt\":null,\"codes\":[]}"})
    void readWhenTheSecretDataIsBrokenThenEmpty(String secretData) {
        CredentialModel stored = new CredentialModel();
        stored.setId("id");
        stored.setSecretData(secretData);
        assertThat(BackupCodesCredentialModel.read(stored)).isEmpty();
    }

    @Test
    void readWhenStoredByUsThenTheSetWithItsId() {
        SecureRandom random = new SecureRandom();
        HashedCodes codes = HashedCodes.of(BackupCode.generate(5, random), random);
        BackupCodesCredentialModel made = BackupCodesCredentialModel.of(codes);
        made.setId("id");
        assertThat(BackupCodesCredentialModel.read(made)).hasValueSatisfying(read -> {
            assertThat(read.codes()).isEqualTo(codes);
            assertThat(read.getId()).isEqualTo("id");
            assertThat(read.getCredentialData()).isEqualTo("{\"total\":5,\"remaining\":5}");
        });
    }
}
