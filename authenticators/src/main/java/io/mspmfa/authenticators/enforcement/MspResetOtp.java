// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enforcement;

import io.mspmfa.providers.enforcement.overrides.BuiltInOverride;
import io.mspmfa.providers.policy.RealmPolicies;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.resetcred.ResetOTP;

/**
 * Replaces Keycloak's {@code reset-otp}: in a managed realm, access to a mailbox must not be enough to remove or add a
 * second factor (P13, R29). The login check asks users who have one.
 */
public final class MspResetOtp extends ResetOTP implements BuiltInOverride {
    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (RealmPolicies.isManaged(context.getRealm())) {
            context.success();
        } else {
            super.authenticate(context);
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        if (RealmPolicies.isManaged(context.getRealm())) {
            context.success();
        } else {
            super.action(context);
        }
    }

    @Override
    public int order() {
        return ORDER;
    }
}
