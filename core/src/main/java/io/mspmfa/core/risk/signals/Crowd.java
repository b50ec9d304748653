// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk.signals;

import io.mspmfa.core.risk.History;
import io.mspmfa.core.risk.RiskFacts;
import io.mspmfa.core.risk.Signal;

/**
 * One network tries many users. Says nothing in a network that the user knows, such as a shared office.
 */
final class Crowd implements Signal {
    private static final int MANY = 10;

    @Override
    public String word() {
        return "crowd";
    }

    @Override
    public String meaning() {
        return most() + " if at least " + MANY
                + " users tried to log in from this network within ten minutes, and it is new for this user and not trusted";
    }

    @Override
    public int most() {
        return 10;
    }

    @Override
    public int points(RiskFacts facts, History history) {
        return facts.usersOfNetwork() >= MANY && Familiarity.isNew(facts, history) ? most() : 0;
    }
}
