// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.directgrant;

import io.mspmfa.providers.attempts.BruteForceDetection;
import io.mspmfa.providers.enforcement.overrides.BuiltInOverride;
import io.mspmfa.providers.policy.RealmPolicies;
import io.mspmfa.providers.policy.UserPolicies;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.directgrant.ValidateOTP;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Takes the place of Keycloak's {@code direct-grant-validate-otp}, so that its own flow takes backup codes too. */
public final class MspValidateOtp extends ValidateOTP implements BuiltInOverride {
    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (!RealmPolicies.isManaged(context.getRealm())) {
            super.authenticate(context);
        } else if (PasswordGrant.prove(context)) {
            context.success(BruteForceDetection.CATEGORY);
        }
    }

    /**
     * Where the policy is off nobody is asked (A19), nor refused for want of an app. Else as in Keycloak: a flow that
     * wants a code of everybody goes on refusing whoever has no app.
     */
    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        boolean off = RealmPolicies.isManaged(realm)
                && UserPolicies.of(session, realm, user).isOff();
        return off || super.configuredFor(session, realm, user);
    }

    @Override
    public int order() {
        return ORDER;
    }
}
