// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enforcement;

import io.mspmfa.authenticators.conversation.AuthenticatorStep;
import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.providers.attempts.BruteForceDetection;
import io.mspmfa.providers.enforcement.login.LoginCheck;
import io.mspmfa.providers.enforcement.login.LoginDevice;
import io.mspmfa.providers.enforcement.login.LoginRisk;
import io.mspmfa.providers.policy.RealmPolicies;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.authenticators.browser.OTPFormAuthenticator;
import org.keycloak.authentication.authenticators.browser.OTPFormAuthenticatorFactory;
import org.keycloak.authentication.authenticators.conditional.ConditionalLoaAuthenticatorFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.AuthenticationFlowResolver;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Keycloak's OTP form, which runs our conversation in managed realms. */
final class MspOtpForm extends OTPFormAuthenticator {
    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (RealmPolicies.isManaged(context.getRealm())) {
            StepContext step = step(context);
            if (!hasLevels(context)) {
                step.loginCheck().recogniseDevice();
            }
            step.hold(turn -> due(context, turn).show(turn));
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
        step.hold(turn -> due(context, turn).answer(turn));
    }

    private static StepContext step(AuthenticationFlowContext context) {
        return new AuthenticatorStep(
                context, OTPFormAuthenticatorFactory.PROVIDER_ID, () -> finish(context, isSpared(context)));
    }

    private static Conversation due(AuthenticationFlowContext context, StepContext turn) {
        return hasLevels(context) ? Entry.dueOnAnyDevice(turn) : Entry.dueAt(turn);
    }

    /** Without the name of a credential if none was used, which conditions of flows could ask for (R36). */
    private static void finish(AuthenticationFlowContext context, boolean isSpared) {
        if (isSpared) {
            context.success();
        } else {
            context.success(BruteForceDetection.CATEGORY);
        }
    }

    /** Whether a trusted device or a low risk took the place of a code. */
    private static boolean isSpared(AuthenticationFlowContext context) {
        KeycloakSession session = context.getSession();
        AuthenticationSessionModel login = context.getAuthenticationSession();
        return new LoginCheck(session, login).proofInLogin().isEmpty()
                && (new LoginDevice(session, login).isTrusted() || new LoginRisk(session, login).isLow());
    }

    /** Whether the form may stand for a level of authentication (step-up), for which a device is not enough. */
    private static boolean hasLevels(AuthenticationFlowContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        String flow = AuthenticationFlowResolver.resolveBrowserFlow(login).getId();
        return !AuthenticatorUtil.getExecutionsByType(
                        context.getRealm(), flow, ConditionalLoaAuthenticatorFactory.PROVIDER_ID)
                .isEmpty();
    }
}
