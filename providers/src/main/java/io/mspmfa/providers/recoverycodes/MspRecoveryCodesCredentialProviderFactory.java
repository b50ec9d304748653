// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.recoverycodes;

import io.mspmfa.providers.enforcement.overrides.BuiltInOverride;
import org.keycloak.credential.RecoveryAuthnCodesCredentialProvider;
import org.keycloak.credential.RecoveryAuthnCodesCredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Replaces Keycloak's {@code keycloak-recovery-authn-codes}. */
public final class MspRecoveryCodesCredentialProviderFactory extends RecoveryAuthnCodesCredentialProviderFactory
        implements BuiltInOverride {
    @Override
    public RecoveryAuthnCodesCredentialProvider create(KeycloakSession session) {
        return new MspRecoveryCodesCredentialProvider(session);
    }

    @Override
    public int order() {
        return ORDER;
    }
}
