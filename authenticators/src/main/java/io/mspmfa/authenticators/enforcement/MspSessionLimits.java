// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enforcement;

import io.mspmfa.authenticators.conversation.AuthenticatorStep;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.directgrant.PasswordGrant;
import io.mspmfa.providers.enforcement.login.LoginCheck;
import io.mspmfa.providers.policy.RealmPolicies;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.authenticators.sessionlimits.UserSessionLimitsAuthenticator;
import org.keycloak.authentication.authenticators.sessionlimits.UserSessionLimitsAuthenticatorFactory;
import org.keycloak.models.KeycloakSession;

/**
 * Keycloak's session limits, which count and end sessions only after the second factor has been passed. Otherwise, a
 * password alone could end all sessions of its owner, and two logins waiting at the login check would both get past the
 * limit (P31).
 */
final class MspSessionLimits extends UserSessionLimitsAuthenticator {
    MspSessionLimits(KeycloakSession session) {
        super(session);
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (context.getUser() == null || !RealmPolicies.isManaged(context.getRealm())) {
            super.authenticate(context);
        } else if (PasswordGrant.isOne(session)) {
            if (PasswordGrant.prove(context)) {
                super.authenticate(context);
            }
        } else if (new LoginCheck(session, context.getAuthenticationSession()).endsWithoutSession()) {
            // started by a link in an e-mail: it creates no session, so no other session has to end
            context.success();
        } else {
            StepContext step = step(context);
            step.hold(turn -> Entry.dueAt(turn).show(turn));
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        if (!RealmPolicies.isManaged(context.getRealm())) {
            super.action(context);
        } else if (context.getUser() == null) {
            // deleted in the meantime
            context.failure(AuthenticationFlowError.UNKNOWN_USER);
        } else {
            StepContext step = step(context);
            step.hold(turn -> Entry.dueAt(turn).answer(turn));
        }
    }

    private StepContext step(AuthenticationFlowContext context) {
        return new AuthenticatorStep(
                context, UserSessionLimitsAuthenticatorFactory.USER_SESSION_LIMITS, () -> super.authenticate(context));
    }
}
