// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk.signals;

import io.mspmfa.core.risk.History;
import io.mspmfa.core.risk.RiskFacts;
import io.mspmfa.core.risk.Signal;

/**
 * Somebody has been guessing. The two counts aren't added up, since one failure raises both.
 */
final class RecentFailures implements Signal {
    private static final int USER_SOME = 3;
    private static final int USER_MANY = 10;
    private static final int NETWORK_SOME = 20;
    private static final int NETWORK_MANY = 100;

    @Override
    public String word() {
        return "recent_failures";
    }

    @Override
    public String meaning() {
        return most() / 2 + " after " + USER_SOME + " failed logins of the user or " + NETWORK_SOME
                + " from the network within an hour, " + most() + " after " + USER_MANY + " or " + NETWORK_MANY;
    }

    @Override
    public int most() {
        return 30;
    }

    @Override
    public int points(RiskFacts facts, History history) {
        if (facts.userFailures() >= USER_MANY || facts.networkFailures() >= NETWORK_MANY) {
            return most();
        }
        boolean some = facts.userFailures() >= USER_SOME || facts.networkFailures() >= NETWORK_SOME;
        return some ? most() / 2 : 0;
    }
}
