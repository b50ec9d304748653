// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enforcement;

import io.mspmfa.providers.enforcement.overrides.BuiltInOverride;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.sessionlimits.UserSessionLimitsAuthenticatorFactory;
import org.keycloak.models.KeycloakSession;

/** Replaces Keycloak's {@code user-session-limits}. */
public final class MspSessionLimitsFactory extends UserSessionLimitsAuthenticatorFactory implements BuiltInOverride {
    @Override
    public Authenticator create(KeycloakSession session) {
        return new MspSessionLimits(session);
    }

    @Override
    public int order() {
        return ORDER;
    }
}
