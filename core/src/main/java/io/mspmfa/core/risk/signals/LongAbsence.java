// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk.signals;

import io.mspmfa.core.risk.History;
import io.mspmfa.core.risk.RiskFacts;
import io.mspmfa.core.risk.Signal;

/**
 * Nobody would miss a device that was stolen meanwhile. CIS Controls 8, safeguard 5.3, calls an account dormant after
 * as many days.
 */
final class LongAbsence implements Signal {
    private static final int DAYS = 45;
    private static final long SECONDS_PER_DAY = 86_400;

    @Override
    public String word() {
        return "long_absence";
    }

    @Override
    public String meaning() {
        return most() + " if the last login was at least " + DAYS + " days ago";
    }

    @Override
    public int most() {
        return 30;
    }

    @Override
    public int points(RiskFacts facts, History history) {
        boolean isLong = facts.time() - history.lastLogin() >= DAYS * SECONDS_PER_DAY;
        return isLong && history.lastLogin() > 0 ? most() : 0;
    }
}
