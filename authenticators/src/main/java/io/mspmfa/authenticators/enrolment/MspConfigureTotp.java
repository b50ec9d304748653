// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enrolment;

import io.mspmfa.authenticators.factors.spi.Wish;
import io.mspmfa.authenticators.setup.SetUpTerms;
import io.mspmfa.providers.enforcement.overrides.BuiltInOverride;
import io.mspmfa.providers.factors.totp.TotpFactor;
import io.mspmfa.providers.policy.RealmPolicies;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.requiredactions.UpdateTotp;
import org.keycloak.models.KeycloakSession;

/**
 * Replaces Keycloak's {@code CONFIGURE_TOTP}, so that Keycloak's buttons, required actions set by administrators and
 * built-in flows lead to our own set-up in managed realms. It is a subclass because Keycloak casts to this class
 * (OTPFormAuthenticator).
 */
public final class MspConfigureTotp extends UpdateTotp implements BuiltInOverride {
    private final SetUpAction ours = new SetUpAction(step -> Wish.of(TotpFactor.WORD), Enrolment::isOwnComplete);

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (RealmPolicies.isManaged(context.getRealm())) {
            ours.requiredActionChallenge(context);
        } else {
            super.requiredActionChallenge(context);
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        if (RealmPolicies.isManaged(context.getRealm())) {
            ours.processAction(context);
        } else {
            super.processAction(context);
        }
    }

    @Override
    public int getMaxAuthAge(KeycloakSession session) {
        return SetUpTerms.maxAuthAge(session, super.getMaxAuthAge(session));
    }

    @Override
    public int order() {
        return ORDER;
    }
}
