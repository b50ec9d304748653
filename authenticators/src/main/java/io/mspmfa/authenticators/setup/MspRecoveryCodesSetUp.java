// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.setup;

import io.mspmfa.providers.enforcement.overrides.BuiltInOverride;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.requiredactions.RecoveryAuthnCodesAction;
import org.keycloak.models.KeycloakSession;

/** Puts Keycloak's set-up of recovery codes behind {@link SetUpDoor}. */
public final class MspRecoveryCodesSetUp extends RecoveryAuthnCodesAction implements BuiltInOverride {
    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new SetUpDoor<>((RecoveryAuthnCodesAction) super.create(session), step -> Optional.empty());
    }

    @Override
    public int order() {
        return ORDER;
    }
}
