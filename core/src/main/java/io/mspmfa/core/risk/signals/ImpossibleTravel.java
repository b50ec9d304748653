// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk.signals;

import io.mspmfa.core.risk.History;
import io.mspmfa.core.risk.History.Sighting;
import io.mspmfa.core.risk.Position;
import io.mspmfa.core.risk.RiskFacts;
import io.mspmfa.core.risk.Signal;

/**
 * The user can't have travelled here since the last login. Says nothing between networks that the user knows: that is
 * a VPN being switched on or off.
 */
final class ImpossibleTravel implements Signal {
    private static final int KM_PER_HOUR = 1000;
    private static final double SECONDS_PER_HOUR = 3600;

    /** Databases are wrong by more than they admit. */
    private static final int SLACK_KM = 100;

    @Override
    public String word() {
        return "impossible_travel";
    }

    @Override
    public String meaning() {
        return most() + " if the network is new and nobody can have come here since the last login at " + KM_PER_HOUR
                + " km/h; 0 without a geo database";
    }

    @Override
    public int most() {
        return 30;
    }

    @Override
    public int points(RiskFacts facts, History history) {
        boolean impossible = Familiarity.isNew(facts, history)
                && history.lastSighting().isPresent()
                && facts.position().isPresent()
                && isImpossible(history.lastSighting().get(), facts.position().get(), facts.time());
        return impossible ? most() : 0;
    }

    private static boolean isImpossible(Sighting last, Position here, long now) {
        // a clock that was moved back leaves no time at all
        double hours = Math.max(0, now - last.time()) / SECONDS_PER_HOUR;
        return here.leastDistance(last.position()) > SLACK_KM + hours * KM_PER_HOUR;
    }
}
