// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.backupcodes;

import io.mspmfa.providers.factors.backupcodes.BackupCodesCredentialModel;
import org.keycloak.credential.CredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Creates {@link BackupCodesCredentialProvider}s. */
public final class BackupCodesCredentialProviderFactory
        implements CredentialProviderFactory<BackupCodesCredentialProvider> {
    /** The provider's id, which equals the credential type. */
    public static final String PROVIDER_ID = BackupCodesCredentialModel.TYPE;

    @Override
    public BackupCodesCredentialProvider create(KeycloakSession session) {
        return new BackupCodesCredentialProvider(session);
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }
}
