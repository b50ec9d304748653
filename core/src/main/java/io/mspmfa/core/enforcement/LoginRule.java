// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.enforcement;

import io.mspmfa.core.enforcement.LoginFacts.Fact;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A rule of the judgement on a login.
 *
 * @param name for tests and people
 * @param applies whether it decides
 * @param answer what it decides then
 */
record LoginRule(String name, Predicate<LoginFacts> applies, Function<LoginFacts, LoginAnswer> answer) {

    /**
     * The rules. The first that applies decides, and the order is security:
     *
     * <ol>
     *   <li>anyone who owes nothing, or can't have the factor, comes first, so that no later rule asks in vain;
     *   <li>a proof comes before every question, so that nobody is asked twice;
     *   <li>a mail link's errand comes before challenge and enrolment: a mailbox is not a login, and its holder must
     *       never get to choose a factor;
     *   <li>the challenge comes before all that concerns users without a factor: neither grace nor "later" may spare a
     *       user the factor that exists;
     *   <li>grace comes before enrolment, since it is the only thing that puts it off;
     *   <li>enrolment applies always, also where a rule to come forgets a case (R38).
     * </ol>
     */
    static final List<LoginRule> IN_ORDER = List.of(
            new LoginRule(
                    "nothing asked", facts -> facts.obligation().kind() == Obligation.Kind.NONE, LoginAnswer.NOTHING),
            // an administrator of master can't have the user's factor, and chooses none for the user
            new LoginRule("impersonation", facts -> facts.is(Fact.IMPERSONATED_BY_MASTER), LoginAnswer.NOTHING),
            // the last backup code was spent in this very login: its owner would be helpless at the next loss
            new LoginRule("renewal", LoginRule::isRenewalDue, LoginAnswer.RENEW_BACKUP_CODES),
            new LoginRule("proof", LoginFacts::isProven, LoginAnswer.NOTHING),
            // may be asked for the factor before another action, and for nothing else
            new LoginRule(
                    "mail errand",
                    facts -> facts.is(Fact.ENDS_WITHOUT_SESSION),
                    facts -> facts.is(Fact.HAS_FACTOR) && facts.is(Fact.OTHER_ACTION_PENDING)
                            ? LoginAnswer.CHALLENGE
                            : LoginAnswer.NOTHING),
            new LoginRule("challenge", facts -> facts.is(Fact.HAS_FACTOR), LoginAnswer.CHALLENGE),
            new LoginRule(
                    "no factor needed",
                    facts -> facts.obligation().kind() != Obligation.Kind.REQUIRED,
                    LoginAnswer.NOTHING),
            new LoginRule(
                    "grace",
                    facts -> facts.is(Fact.IN_GRACE),
                    facts -> facts.is(Fact.POSTPONED) ? LoginAnswer.NOTHING : LoginAnswer.OFFER_ENROLMENT),
            new LoginRule("enrolment", facts -> true, LoginAnswer.ENROL));

    LoginRule(String name, Predicate<LoginFacts> applies, LoginAnswer answer) {
        this(name, applies, facts -> answer);
    }

    /** The rule that decides. */
    static LoginRule of(LoginFacts facts) {
        return IN_ORDER.stream()
                .filter(rule -> rule.applies.test(facts))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isRenewalDue(LoginFacts facts) {
        return facts.is(Fact.PROVEN_IN_THIS_LOGIN)
                && facts.is(Fact.HAS_FACTOR)
                && facts.is(Fact.BACKUP_CODES_USED_UP)
                && !facts.is(Fact.ENDS_WITHOUT_SESSION);
    }
}
