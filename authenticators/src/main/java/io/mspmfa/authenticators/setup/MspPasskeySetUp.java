// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.setup;

import io.mspmfa.providers.enforcement.overrides.BuiltInOverride;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.requiredactions.WebAuthnPasswordlessRegisterFactory;
import org.keycloak.authentication.requiredactions.WebAuthnRegister;
import org.keycloak.models.KeycloakSession;

/** Puts Keycloak's registration of passkeys behind {@link SetUpDoor}. */
public final class MspPasskeySetUp extends WebAuthnPasswordlessRegisterFactory implements BuiltInOverride {
    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new SetUpDoor<>((WebAuthnRegister) super.create(session));
    }

    @Override
    public int order() {
        return ORDER;
    }
}
