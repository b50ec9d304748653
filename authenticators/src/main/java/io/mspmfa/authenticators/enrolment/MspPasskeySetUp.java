// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enrolment;

import io.mspmfa.authenticators.setup.SetUpDoor;
import io.mspmfa.providers.enforcement.overrides.BuiltInOverride;
import io.mspmfa.providers.factors.webauthn.WebAuthnFactor;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.requiredactions.WebAuthnPasswordlessRegisterFactory;
import org.keycloak.authentication.requiredactions.WebAuthnRegister;
import org.keycloak.models.KeycloakSession;

/** Leads from Keycloak's registration of passkeys to our own where the policy accepts keys. */
public final class MspPasskeySetUp extends WebAuthnPasswordlessRegisterFactory implements BuiltInOverride {
    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new SetUpDoor<>((WebAuthnRegister) super.create(session), new KeyWizard(WebAuthnFactor.PASSKEY));
    }

    @Override
    public int order() {
        return ORDER;
    }
}
