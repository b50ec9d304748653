// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enforcement;

import io.mspmfa.authenticators.conversation.AuthenticatorStep;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.providers.policy.RealmPolicies;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.authenticators.browser.OTPFormAuthenticator;
import org.keycloak.authentication.authenticators.browser.OTPFormAuthenticatorFactory;

/** Keycloak's OTP form, which runs our conversation in managed realms. */
final class MspOtpForm extends OTPFormAuthenticator {
    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (RealmPolicies.isManaged(context.getRealm())) {
            StepContext step = step(context);
            step.hold(turn -> Entry.dueAt(turn).show(turn));
        } else {
            super.authenticate(context);
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        if (RealmPolicies.isManaged(context.getRealm())) {
            answer(context);
        } else {
            super.action(context);
        }
    }

    private static void answer(AuthenticationFlowContext context) {
        if (context.getUser() == null) {
            // deleted in the meantime
            context.failure(AuthenticationFlowError.UNKNOWN_USER);
            return;
        }
        StepContext step = step(context);
        step.hold(turn -> Entry.dueAt(turn).answer(turn));
    }

    private static StepContext step(AuthenticationFlowContext context) {
        return new AuthenticatorStep(context, OTPFormAuthenticatorFactory.PROVIDER_ID);
    }
}
