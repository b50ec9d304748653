// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk.signals;

import io.mspmfa.core.risk.History;
import io.mspmfa.core.risk.RiskFacts;
import io.mspmfa.core.risk.Signal;

/** More is at stake if the user is an administrator. */
final class AdminRole implements Signal {

    @Override
    public String word() {
        return "admin_role";
    }

    @Override
    public String meaning() {
        return most() + " if the user may administer a realm";
    }

    @Override
    public int most() {
        return 20;
    }

    @Override
    public int points(RiskFacts facts, History history) {
        return facts.admin() ? most() : 0;
    }
}
