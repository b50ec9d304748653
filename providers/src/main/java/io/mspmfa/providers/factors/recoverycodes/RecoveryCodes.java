// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.factors.recoverycodes;

import io.mspmfa.providers.factors.spi.StandIn;
import java.util.List;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;

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
    public String mailKey(String credentialType) {
        return "mspMfaMailFactorRecoveryCodes";
    }
}
