// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.challenge;

import io.mspmfa.authenticators.door.Conversation;
import io.mspmfa.authenticators.door.Door;
import io.mspmfa.authenticators.factors.spi.Setting;
import io.mspmfa.core.proof.Proof;
import io.mspmfa.providers.enforcement.LoginCheck;
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
    public void show(Door door) {
        due(door).show(door);
    }

    @Override
    public void answer(Door door) {
        due(door).answer(door);
    }

    private Conversation due(Door door) {
        return !SecondFactors.exist(door.user(), door.policy()) || isProven(door)
                ? change
                : new Challenge(Setting.Purpose.CONFIRM, (passed, method) -> change.show(passed));
    }

    private static boolean isProven(Door door) {
        Optional<Proof.ByFactor> proof = new LoginCheck(door.session(), door.login()).proofInLogin();
        return proof.filter(made -> made.time() >= door.now() - FRESH_SECONDS).isPresent();
    }
}
