// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.enforcement.Obligation.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rule decides; facts are written in the words of {@link Knowledge}. */
class LoginRuleTest {

    /** One line per rule: facts to which this rule applies, and none before it. */
    @ParameterizedTest
    @CsvSource({
        "NONE,        factor mail action,        nothing asked",
        "REQUIRED,    master factor,             impersonation",
        "REQUIRED,    factor proved spent,       renewal",
        "REQUIRED,    factor proved,             proof",
        "REQUIRED,    mail factor action,        mail errand",
        "REQUIRED,    mail grace,                mail errand",
        "REQUIRED,    factor device action,      trusted device",
        "REQUIRED,    factor safe action,        low risk",
        "REQUIRED,    safe grace,                low risk",
        "REQUIRED,    factor grace later,        challenge",
        "IF_ENROLLED, grace,                     no factor needed",
        "REQUIRED,    grace,                     grace",
        "REQUIRED,    later,                     enrolment"
    })
    void ruleWhenTheseFactsAreKnownThenThisOneDecides(Kind kind, String known, String rule) {
        assertThat(LoginRule.of(Knowledge.facts(new Obligation(kind, Obligation.Reason.POLICY), Knowledge.of(known)))
                        .name())
                .isEqualTo(rule);
    }
}
