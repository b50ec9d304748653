// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk.signals;

import io.mspmfa.core.risk.History;
import io.mspmfa.core.risk.RiskFacts;
import io.mspmfa.core.risk.Trust;

/** What several signals ask. */
final class Familiarity {
    private Familiarity() {}

    /** Whether the network is new for the user and not trusted. */
    static boolean isNew(RiskFacts facts, History history) {
        boolean known = facts.network().filter(history.networks()::contains).isPresent();
        return !known && facts.trust() != Trust.INSIDE;
    }
}
