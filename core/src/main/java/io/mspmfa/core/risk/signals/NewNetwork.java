// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk.signals;

import io.mspmfa.core.risk.History;
import io.mspmfa.core.risk.RiskFacts;
import io.mspmfa.core.risk.Signal;

/** The user hasn't come from this network lately. */
final class NewNetwork implements Signal {

    @Override
    public String word() {
        return "new_network";
    }

    @Override
    public String meaning() {
        return most() + " if the network (IPv4/24, IPv6/48) is none of the last " + History.MOST
                + " of this user, and not trusted";
    }

    @Override
    public int most() {
        return 20;
    }

    @Override
    public int points(RiskFacts facts, History history) {
        return Familiarity.isNew(facts, history) ? most() : 0;
    }
}
