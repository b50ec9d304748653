// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.benchmarks.adaptive;

import io.mspmfa.core.risk.RiskFacts;
import io.mspmfa.core.risk.Trust;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A login with the right password.
 *
 * @param facts what the server knows, depending on what the administrator has set up
 * @param browser whose it is; a browser that lost its cookies counts as another
 * @param attacker empty if it is the user
 */
record Event(Map<SetUp, RiskFacts> facts, long time, String browser, Optional<Attacker> attacker) {

    /** Who the user is and how many logins failed is the same in each case. */
    static Event of(Spot spot, RiskFacts facts, String browser, Optional<Attacker> attacker) {
        Trust trust = spot.kind() == Spot.Kind.OFFICE ? Trust.INSIDE : Trust.OUTSIDE;
        Map<SetUp, RiskFacts> each = new EnumMap<>(SetUp.class);
        each.put(SetUp.NOTHING, facts);
        each.put(SetUp.GEO, withPlace(facts, spot, Trust.NO_LIST));
        each.put(SetUp.GEO_AND_OFFICES, withPlace(facts, spot, trust));
        return new Event(each, facts.time(), browser, attacker);
    }

    RiskFacts facts(SetUp setUp) {
        return Optional.ofNullable(facts.get(setUp)).orElseThrow();
    }

    private static RiskFacts withPlace(RiskFacts facts, Spot spot, Trust trust) {
        return new RiskFacts(
                facts.time(),
                facts.network(),
                trust,
                facts.browser(),
                Optional.of(spot.country()),
                Optional.of(spot.position()),
                facts.admin(),
                facts.userFailures(),
                facts.networkFailures(),
                facts.usersOfNetwork());
    }
}
