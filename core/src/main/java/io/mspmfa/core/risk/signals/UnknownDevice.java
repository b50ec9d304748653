// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk.signals;

import io.mspmfa.core.risk.History;
import io.mspmfa.core.risk.RiskFacts;
import io.mspmfa.core.risk.Signal;
import io.mspmfa.core.risk.Trust;

/**
 * The browser has no recognition cookie of this user, or one that the user's history has forgotten.
 */
final class UnknownDevice implements Signal {
    private static final int IN_TRUSTED_NETWORK = 30;

    @Override
    public String word() {
        return "unknown_device";
    }

    @Override
    public String meaning() {
        return most() + " if the browser isn't one in which this user has passed a second factor; " + IN_TRUSTED_NETWORK
                + " in a trusted network, if the user has another such browser";
    }

    @Override
    public int most() {
        return 50;
    }

    @Override
    public int points(RiskFacts facts, History history) {
        if (facts.browser().filter(history.browsers()::contains).isPresent()) {
            return 0;
        }
        boolean vouched = facts.trust() == Trust.INSIDE && !history.browsers().isEmpty();
        return vouched ? IN_TRUSTED_NETWORK : most();
    }
}
