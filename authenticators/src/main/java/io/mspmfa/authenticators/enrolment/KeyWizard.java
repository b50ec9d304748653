// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enrolment;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.spi.Wish;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.providers.factors.webauthn.WebAuthnFactor;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.models.Constants;

/**
 * Our set-up of a key at the door of Keycloak's own, so that no key is stored without backup codes. Where the policy
 * doesn't accept keys as a factor, a key only opens Keycloak's own flows, and Keycloak's pages set it up.
 */
final class KeyWizard implements Function<StepContext, Optional<Conversation>> {
    private final String type;
    private final SetUpAction wizard;

    /**
     * @param type the type of credential that Keycloak's action registers
     */
    KeyWizard(String type) {
        this.type = type;
        this.wizard = new SetUpAction(
                step -> Wish.of(WebAuthnFactor.WORD, type), step -> Enrolment.isOwnComplete(step) || isEnough(step));
    }

    @Override
    public Optional<Conversation> apply(StepContext step) {
        Policy policy = step.policy();
        return policy.isOff() || !WebAuthnFactor.INSTANCE.countsUnder(policy)
                ? Optional.empty()
                : Optional.of(wizard.current(step));
    }

    /** Whether the application is content with a key that the user has, as with Keycloak's own action. */
    private boolean isEnough(StepContext step) {
        return Constants.KC_ACTION_PARAMETER_SKIP_IF_EXISTS.equals(
                        step.authSession().getClientNote(Constants.KC_ACTION_PARAMETER))
                && step.user()
                        .credentialManager()
                        .getStoredCredentialsByTypeStream(type)
                        .findAny()
                        .isPresent();
    }
}
