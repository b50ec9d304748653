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

/** Replaces Keycloak's {@code direct-grant-validate-otp}, so that Keycloak's own flow accepts backup codes too. */
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
     * If the policy is off, nobody is asked for a code (A19) or refused for lack of an app. Otherwise as in Keycloak: a
     * flow that requires a code of everyone still refuses users without an app.
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
