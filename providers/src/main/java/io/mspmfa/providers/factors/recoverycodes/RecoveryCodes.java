// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.factors.recoverycodes;

import io.mspmfa.providers.factors.spi.StandIn;
import io.mspmfa.providers.factors.spi.StoredData;
import java.util.List;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.credential.dto.RecoveryAuthnCodesCredentialData;
import org.keycloak.models.credential.dto.RecoveryAuthnCodesSecretData;

/** Keycloak's recovery codes. */
public final class RecoveryCodes implements StandIn {
    /** The only instance. */
    public static final RecoveryCodes INSTANCE = new RecoveryCodes();

    /** The name in proofs and events. */
    public static final String WORD = "recovery-code";

    private RecoveryCodes() {}

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public List<String> credentialTypes() {
        return List.of(RecoveryAuthnCodesCredentialModel.TYPE);
    }

    @Override
    public List<String> setUpActions() {
        return List.of(UserModel.RequiredAction.CONFIGURE_RECOVERY_AUTHN_CODES.name());
    }

    @Override
    public boolean isBuiltIn() {
        return true;
    }

    @Override
    public boolean isReadable(CredentialModel stored) {
        return StoredData.read(stored.getCredentialData(), RecoveryAuthnCodesCredentialData.class)
                        .isPresent()
                && StoredData.read(stored.getSecretData(), RecoveryAuthnCodesSecretData.class)
                        .filter(RecoveryCodes::isComplete)
                        .isPresent();
    }

    private static boolean isComplete(RecoveryAuthnCodesSecretData secret) {
        return secret.getCodes() != null
                && secret.getCodes().stream().allMatch(code -> code != null && code.getEncodedHashedValue() != null);
    }

    @Override
    public String mailKey(String credentialType) {
        return "mspMfaMailFactorRecoveryCodes";
    }
}
