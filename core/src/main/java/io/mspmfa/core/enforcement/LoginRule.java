// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.enforcement;

import io.mspmfa.core.enforcement.LoginFacts.Fact;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A rule that may decide what a login still needs.
 *
 * @param name for tests and readers
 * @param applies whether this rule decides
 * @param answer what it decides
 */
record LoginRule(String name, Predicate<LoginFacts> applies, Function<LoginFacts, LoginAnswer> answer) {

    /**
     * The rules in order: the first that applies decides. The order is essential for security:
     *
     * <ol>
     *   <li>anyone who owes nothing, or can't have the factor, comes first, so that no later rule asks them for it;
     *   <li>a proof comes before every request for a factor, so that nobody is asked twice;
     *   <li>links in e-mails come before challenge and enrolment: access to a mailbox is not a login, and must never be
     *       enough to set up a factor;
     *   <li>a trusted device comes right before the challenge, the only thing that it may spare, and after the links in
     *       e-mails, which may be opened on it by anyone who reads the mailbox;
     *   <li>a low risk spares the challenge and the enrolment, and nothing else, so it comes right before them;
     *   <li>the challenge comes before all rules for users without a factor: neither grace nor postponing may spare
     *       users a factor that they have;
     *   <li>grace comes before enrolment, since nothing else can postpone it;
     *   <li>enrolment applies unconditionally, so that it also covers cases that a future rule forgets (R38).
     * </ol>
     */
    static final List<LoginRule> IN_ORDER = List.of(
            new LoginRule(
                    "nothing asked", facts -> facts.obligation().kind() == Obligation.Kind.NONE, LoginAnswer.NOTHING),
            // an administrator of master can't have the user's factor, and must not set one up for the user
            new LoginRule("impersonation", facts -> facts.is(Fact.IMPERSONATED_BY_MASTER), LoginAnswer.NOTHING),
            // the last backup code was used in this login: without new codes, the next loss would lock the user out
            new LoginRule("renewal", LoginRule::isRenewalDue, LoginAnswer.RENEW_BACKUP_CODES),
            new LoginRule("proof", LoginFacts::isProven, LoginAnswer.NOTHING),
            // such a login may be asked for the factor before another action runs, and for nothing else
            new LoginRule(
                    "mail errand",
                    facts -> facts.is(Fact.ENDS_WITHOUT_SESSION),
                    facts -> facts.is(Fact.HAS_FACTOR) && facts.is(Fact.OTHER_ACTION_PENDING)
                            ? LoginAnswer.CHALLENGE
                            : LoginAnswer.NOTHING),
            new LoginRule(
                    "trusted device",
                    facts -> facts.is(Fact.HAS_FACTOR) && facts.is(Fact.TRUSTED_DEVICE),
                    LoginAnswer.NOTHING),
            new LoginRule("low risk", facts -> facts.is(Fact.LOW_RISK), LoginAnswer.NOTHING),
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
