// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.webauthn;

import io.mspmfa.providers.enforcement.overrides.BuiltInOverride;
import org.keycloak.credential.WebAuthnCredentialProvider;
import org.keycloak.credential.WebAuthnPasswordlessCredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Replaces Keycloak's {@code keycloak-webauthn-passwordless}. */
public final class MspPasskeyCredentialProviderFactory extends WebAuthnPasswordlessCredentialProviderFactory
        implements BuiltInOverride {
    @Override
    public WebAuthnCredentialProvider create(KeycloakSession session) {
        return new MspPasskeyCredentialProvider(session, getMetadataService(), createOrGetObjectConverter());
    }

    @Override
    public int order() {
        return ORDER;
    }
}
