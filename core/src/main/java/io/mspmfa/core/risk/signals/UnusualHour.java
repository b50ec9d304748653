// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk.signals;

import io.mspmfa.core.risk.History;
import io.mspmfa.core.risk.RiskFacts;
import io.mspmfa.core.risk.Signal;

/** The user hardly ever logs in at this time of day. */
final class UnusualHour implements Signal {
    private static final int ENOUGH = 20;
    private static final int USUAL_PERCENT = 2;

    @Override
    public String word() {
        return "unusual_hour";
    }

    @Override
    public String meaning() {
        return most() + " if fewer than " + USUAL_PERCENT + " % of at least " + ENOUGH
                + " logins were within an hour of this hour of the day";
    }

    @Override
    public int most() {
        return 30;
    }

    @Override
    public int points(RiskFacts facts, History history) {
        int total = history.hours().total();
        boolean rare = history.hours().around(facts.hour()) * 100 < total * USUAL_PERCENT;
        return total >= ENOUGH && rare ? most() : 0;
    }
}
