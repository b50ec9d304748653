// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.challenge;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.spi.Setting;
import io.mspmfa.core.proof.Proof;
import io.mspmfa.providers.factors.SecondFactors;
import java.util.Optional;

/**
 * Puts a challenge before a conversation that changes the user's factors, unless one was passed in this login not long
 * ago (R26). A user without a factor has none to show.
 */
public final class FreshFactor implements Conversation {
    private static final int FRESH_SECONDS = 20 * 60;

    private final Conversation change;

    /** @param change what the factor is asked for */
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
        return !SecondFactors.exist(step.user(), step.policy()) || isProven(step)
                ? change
                : new Challenge(Setting.Purpose.CONFIRM, (passed, method) -> change.show(passed));
    }

    private static boolean isProven(StepContext step) {
        Optional<Proof.ByFactor> proof = step.loginCheck().proofInLogin();
        return proof.filter(made -> made.time() >= step.now() - FRESH_SECONDS).isPresent();
    }
}
