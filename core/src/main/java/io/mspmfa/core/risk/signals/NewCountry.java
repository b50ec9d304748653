// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk.signals;

import io.mspmfa.core.risk.History;
import io.mspmfa.core.risk.RiskFacts;
import io.mspmfa.core.risk.Signal;

/** The login comes from a country that is new for the user. The first one is no news. */
final class NewCountry implements Signal {

    @Override
    public String word() {
        return "new_country";
    }

    @Override
    public String meaning() {
        return most() + " if the user has not passed a second factor in this country, as far as the last "
                + History.MOST + " countries go; 0 without a geo database";
    }

    @Override
    public int most() {
        return 30;
    }

    @Override
    public int points(RiskFacts facts, History history) {
        boolean isNew = facts.country()
                .filter(country -> !history.countries().contains(country))
                .isPresent();
        return isNew && !history.countries().isEmpty() ? most() : 0;
    }
}
