// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk.signals;

import io.mspmfa.core.risk.History;
import io.mspmfa.core.risk.RiskFacts;
import io.mspmfa.core.risk.Signal;
import io.mspmfa.core.risk.Trust;

/** The policy says which networks it trusts, and the login comes from another. */
final class UntrustedNetwork implements Signal {

    @Override
    public String word() {
        return "untrusted_network";
    }

    @Override
    public String meaning() {
        return most() + " if the policy lists trusted networks, and this isn't one";
    }

    @Override
    public int most() {
        return 10;
    }

    @Override
    public int points(RiskFacts facts, History history) {
        return facts.trust() == Trust.OUTSIDE ? most() : 0;
    }
}
