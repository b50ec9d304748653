// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.webauthn;

import io.mspmfa.providers.enforcement.overrides.BuiltInOverride;
import org.keycloak.credential.WebAuthnCredentialProvider;
import org.keycloak.credential.WebAuthnCredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Replaces Keycloak's {@code keycloak-webauthn}. */
public final class MspWebAuthnCredentialProviderFactory extends WebAuthnCredentialProviderFactory
        implements BuiltInOverride {
    @Override
    public WebAuthnCredentialProvider create(KeycloakSession session) {
        return new MspWebAuthnCredentialProvider(session, getMetadataService(), createOrGetObjectConverter());
    }

    @Override
    public int order() {
        return ORDER;
    }
}
