// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.totp;

import io.mspmfa.providers.enforcement.overrides.BuiltInOverride;
import org.keycloak.credential.OTPCredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Replaces Keycloak's {@code keycloak-otp}, so that our rules apply whatever flow verifies a code. */
public final class MspOtpCredentialProviderFactory extends OTPCredentialProviderFactory implements BuiltInOverride {
    @Override
    public MspOtpCredentialProvider create(KeycloakSession session) {
        return new MspOtpCredentialProvider(session);
    }

    @Override
    public int order() {
        return ORDER;
    }
}
