// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.challenge;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.email.MailboxProof;
import io.mspmfa.authenticators.factors.spi.Setting;
import io.mspmfa.core.proof.Proof;
import io.mspmfa.providers.factors.SecondFactors;
import java.util.Optional;

/**
 * Requires a challenge before a conversation that changes the user's factors, unless one was passed recently in this
 * login (R26). A user without a factor has nothing to show, except a mailbox if the risk of the login is high (P22).
 */
public final class FreshFactor implements Conversation {
    private static final int FRESH_SECONDS = 20 * 60;

    private final Conversation change;

    /**
     * @param change the conversation that requires the factor
     */
    public FreshFactor(Conversation change) {
        this.change = change;
    }

    @Override
    public void show(StepContext step) {
        due(step).show(step);
    }

    @Override
    public void answer(StepContext step) {
        due(step).answer(step);
    }

    private Conversation due(StepContext step) {
        if (!SecondFactors.exist(step.user(), step.policy())) {
            return MailboxProof.before(step, change);
        }
        return isProven(step)
                ? change
                : new Challenge(Setting.Purpose.CONFIRM, (passed, method) -> change.show(passed));
    }

    private static boolean isProven(StepContext step) {
        Optional<Proof.ByFactor> proof = step.loginCheck().proofInLogin();
        return proof.filter(made -> made.time() >= step.now() - FRESH_SECONDS).isPresent();
    }
}
