// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enforcement;

import io.mspmfa.authenticators.door.AuthenticatorDoor;
import io.mspmfa.authenticators.door.Door;
import io.mspmfa.providers.policy.RealmPolicies;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.authenticators.browser.OTPFormAuthenticator;
import org.keycloak.authentication.authenticators.browser.OTPFormAuthenticatorFactory;

/** Keycloak's OTP form, which in managed realms holds our conversation. */
final class MspOtpForm extends OTPFormAuthenticator {
    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (RealmPolicies.isManaged(context.getRealm())) {
            Door door = door(context);
            door.hold(Entry.dueAt(door)::show);
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
            // deleted meanwhile
            context.failure(AuthenticationFlowError.UNKNOWN_USER);
            return;
        }
        Door door = door(context);
        door.hold(Entry.dueAt(door)::answer);
    }

    private static Door door(AuthenticationFlowContext context) {
        return new AuthenticatorDoor(context, OTPFormAuthenticatorFactory.PROVIDER_ID);
    }
}
