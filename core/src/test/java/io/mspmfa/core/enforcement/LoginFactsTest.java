// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.enforcement.Obligation.Kind;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Facts are written as words: {@code factor} (the user has one), {@code proved} (in this login), {@code sso} (the
 * cookie alone let the user in), {@code session} (contains a proof), {@code mail} (started by a link in an e-mail),
 * {@code action} (another required action is pending), {@code spent} (no backup code left), {@code master} (an
 * administrator of master is impersonating the user), {@code grace} (is running), {@code later} (the user postponed),
 * {@code device} (a trusted one), {@code safe} (the policy lets risk decide, and it is low).
 */
class LoginFactsTest {
    private static final List<Set<String>> EVERYTHING_KNOWN =
            Knowledge.everyChoiceOf("factor proved sso session mail action spent master grace later device safe");

    /**
     * When each answer is due. Each line stands alone, in no particular order; a minus means "not". {@code asked}
     * matches users who owe anything, {@code must} those who must have a factor. If no line matches, nothing is due.
     */
    private static final Map<LoginAnswer, List<String>> DUE = Map.of(
            LoginAnswer.ENROL,
            List.of(
                    "must -factor -proved -mail -master -grace -safe -sso",
                    "must -factor -proved -mail -master -grace -safe -session"),
            LoginAnswer.OFFER_ENROLMENT,
            List.of(
                    "must -factor -proved -mail -master grace -later -safe -sso",
                    "must -factor -proved -mail -master grace -later -safe -session"),
            LoginAnswer.CHALLENGE,
            List.of(
                    "asked factor -proved -master -mail -device -safe -sso",
                    "asked factor -proved -master -mail -device -safe -session",
                    "asked factor -proved -master mail action -sso",
                    "asked factor -proved -master mail action -session"),
            LoginAnswer.RENEW_BACKUP_CODES,
            List.of("asked factor proved spent -mail -master"),
            LoginAnswer.NOTHING,
            List.of());

    @ParameterizedTest
    @CsvSource(textBlock = """
            # nobody is asked
            NONE,        '',                             NOTHING
            NONE,        factor,                         NOTHING
            NONE,        factor action spent,            NOTHING
            NONE,        factor proved spent,            NOTHING
            NONE,        mail factor action,             NOTHING
            # who enrolled is asked
            IF_ENROLLED, '',                             NOTHING
            IF_ENROLLED, action,                         NOTHING
            IF_ENROLLED, sso,                            NOTHING
            IF_ENROLLED, spent,                          NOTHING
            IF_ENROLLED, factor,                         CHALLENGE
            IF_ENROLLED, factor spent,                   CHALLENGE
            IF_ENROLLED, factor action,                  CHALLENGE
            # everybody is asked
            REQUIRED,    '',                             ENROL
            REQUIRED,    action,                         ENROL
            REQUIRED,    spent,                          ENROL
            REQUIRED,    sso,                            ENROL
            REQUIRED,    factor,                         CHALLENGE
            REQUIRED,    factor spent,                   CHALLENGE
            # a proof of this login is enough, and so is one of the session that the cookie goes on with
            IF_ENROLLED, factor proved,                  NOTHING
            REQUIRED,    factor proved,                  NOTHING
            REQUIRED,    factor proved action,           NOTHING
            REQUIRED,    proved,                         NOTHING
            REQUIRED,    factor sso,                     CHALLENGE
            REQUIRED,    factor sso session,             NOTHING
            # ... also where the factor does not count any more
            REQUIRED,    sso session,                    NOTHING
            IF_ENROLLED, sso session,                    NOTHING
            IF_ENROLLED, factor sso session,             NOTHING
            # without the cookie the session's proof is somebody else's
            REQUIRED,    factor session,                 CHALLENGE
            REQUIRED,    session,                        ENROL
            IF_ENROLLED, factor session,                 CHALLENGE
            # the last backup code was spent: new ones, but only in the login that proved a factor
            IF_ENROLLED, factor proved spent,            RENEW_BACKUP_CODES
            REQUIRED,    factor proved spent,            RENEW_BACKUP_CODES
            REQUIRED,    factor proved spent sso,        RENEW_BACKUP_CODES
            REQUIRED,    factor proved spent sso session, RENEW_BACKUP_CODES
            REQUIRED,    factor spent sso session,       NOTHING
            REQUIRED,    proved spent,                   NOTHING
            REQUIRED,    mail factor proved spent,       NOTHING
            # a mailbox is not a login
            REQUIRED,    mail,                           NOTHING
            REQUIRED,    mail action,                    NOTHING
            REQUIRED,    mail factor,                    NOTHING
            REQUIRED,    mail factor action,             CHALLENGE
            REQUIRED,    mail factor action spent,       CHALLENGE
            REQUIRED,    mail factor action proved,      NOTHING
            REQUIRED,    mail factor action session,     CHALLENGE
            REQUIRED,    mail factor action sso session, NOTHING
            IF_ENROLLED, mail,                           NOTHING
            IF_ENROLLED, mail action,                    NOTHING
            IF_ENROLLED, mail factor action,             CHALLENGE
            # grace: set-up may be put off, the challenge may not
            REQUIRED,    grace,                          OFFER_ENROLMENT
            REQUIRED,    grace action,                   OFFER_ENROLMENT
            REQUIRED,    grace spent,                    OFFER_ENROLMENT
            REQUIRED,    grace sso,                      OFFER_ENROLMENT
            REQUIRED,    grace later,                    NOTHING
            REQUIRED,    grace later sso,                NOTHING
            REQUIRED,    later,                          ENROL
            REQUIRED,    later sso session,              NOTHING
            REQUIRED,    grace later factor,             CHALLENGE
            REQUIRED,    grace factor,                   CHALLENGE
            REQUIRED,    grace factor proved spent,      RENEW_BACKUP_CODES
            REQUIRED,    grace mail,                     NOTHING
            IF_ENROLLED, grace,                          NOTHING
            IF_ENROLLED, grace later factor,             CHALLENGE
            # an administrator from master can't have the user's factor, and chooses none for the user
            REQUIRED,    master,                         NOTHING
            REQUIRED,    master factor,                  NOTHING
            REQUIRED,    master factor proved spent,     NOTHING
            REQUIRED,    master mail factor action,      NOTHING
            REQUIRED,    master grace,                   NOTHING
            # a trusted device spares the challenge, and nothing else
            REQUIRED,    factor device,                  NOTHING
            REQUIRED,    factor device mail action,      CHALLENGE
            """)
    void answerWhenTheseFactsAreKnownThenThisAnswer(Kind kind, String known, LoginAnswer answer) {
        assertThat(answer(kind, Knowledge.of(known))).isEqualTo(answer);
    }

    @ParameterizedTest
    @EnumSource
    void answerIsTheOneThatIsDueForEveryCombinationOfFacts(Kind kind) {
        assertThat(EVERYTHING_KNOWN)
                .hasSize(4096)
                .allSatisfy(known -> assertThat(answer(kind, known)).isEqualTo(due(kind, known)));
    }

    @Test
    void R38_answerWhenPolicyCannotBeReadThenAsRequired() {
        Policy unreadable = Policy.strictestOf(List.of(PolicyLayer.unreadable()));
        Obligation obligation = Obligation.of(unreadable, new Subject(false, false, false, true));

        assertThat(Knowledge.facts(obligation, Set.of()).answer()).isEqualTo(LoginAnswer.ENROL);
        assertThat(Knowledge.facts(obligation, Set.of("factor")).answer()).isEqualTo(LoginAnswer.CHALLENGE);
    }

    @Test
    void A19_answerWhenNothingIsOwedThenAlwaysNothing() {
        assertThat(EVERYTHING_KNOWN).allMatch(known -> answer(Kind.NONE, known) == LoginAnswer.NOTHING);
    }

    @ParameterizedTest
    @EnumSource
    void answerWhenStartedByALinkInAnEmailThenNeverEnrolment(Kind kind) {
        assertThat(EVERYTHING_KNOWN)
                .filteredOn(known -> known.contains("mail"))
                .allMatch(known ->
                        Set.of(LoginAnswer.NOTHING, LoginAnswer.CHALLENGE).contains(answer(kind, known)));
    }

    @Test
    void R38_answerWhenRequiredAndNotProvedAndNoGraceThenNeverNothing() {
        assertThat(EVERYTHING_KNOWN)
                .filteredOn(known -> Knowledge.meets(known, "-mail -proved -master -grace -device -safe"))
                .filteredOn(known -> !Knowledge.meets(known, "sso session"))
                .allMatch(known ->
                        Set.of(LoginAnswer.ENROL, LoginAnswer.CHALLENGE).contains(answer(Kind.REQUIRED, known)));
    }

    @Test
    void A26_answerWhenUserHasAFactorThenGraceAndPostponingChangeNothing() {
        assertThat(EVERYTHING_KNOWN)
                .filteredOn(known -> Knowledge.meets(known, "factor -grace -later"))
                .allMatch(known -> answer(Kind.REQUIRED, known) == answer(Kind.REQUIRED, with(known, "grace"))
                        && answer(Kind.REQUIRED, known) == answer(Kind.REQUIRED, with(known, "later")));
    }

    @Test
    void A26_answerWhenGraceIsOverThenPostponingChangesNothing() {
        assertThat(EVERYTHING_KNOWN)
                .filteredOn(known -> Knowledge.meets(known, "-grace -later"))
                .allMatch(known -> answer(Kind.REQUIRED, known) == answer(Kind.REQUIRED, with(known, "later")));
    }

    @ParameterizedTest
    @EnumSource
    void R36_answerWhenTrustedDeviceThenNothingButAChallengeIsSpared(Kind kind) {
        assertThat(EVERYTHING_KNOWN).allSatisfy(known -> {
            LoginAnswer without = answer(kind, without(known, "device"));
            assertThat(answer(kind, with(known, "device")))
                    .isIn(without, without == LoginAnswer.CHALLENGE ? LoginAnswer.NOTHING : without);
        });
    }

    @ParameterizedTest
    @EnumSource
    void answerWhenFactorThenNeverEnrolmentAndWhenNoneThenNeverChallenge(Kind kind) {
        assertThat(EVERYTHING_KNOWN)
                .allMatch(known -> known.contains("factor")
                        ? !Set.of(LoginAnswer.ENROL, LoginAnswer.OFFER_ENROLMENT)
                                .contains(answer(kind, known))
                        : answer(kind, known) != LoginAnswer.CHALLENGE);
    }

    private static LoginAnswer due(Kind kind, Set<String> known) {
        Set<String> all = known;
        if (kind != Kind.NONE) {
            all = with(all, "asked");
        }
        if (kind == Kind.REQUIRED) {
            all = with(all, "must");
        }
        List<LoginAnswer> due = new ArrayList<>();
        for (Map.Entry<LoginAnswer, List<String>> entry : DUE.entrySet()) {
            Set<String> facts = all;
            if (entry.getValue().stream().anyMatch(line -> Knowledge.meets(facts, line))) {
                due.add(entry.getKey());
            }
        }
        assertThat(due).hasSizeLessThanOrEqualTo(1);
        return due.isEmpty() ? LoginAnswer.NOTHING : due.get(0);
    }

    private static Set<String> with(Set<String> known, String word) {
        return Stream.concat(known.stream(), Stream.of(word)).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> without(Set<String> known, String word) {
        return known.stream().filter(other -> !other.equals(word)).collect(Collectors.toUnmodifiableSet());
    }

    private static LoginAnswer answer(Kind kind, Set<String> known) {
        return Knowledge.facts(new Obligation(kind, Obligation.Reason.POLICY), known)
                .answer();
    }
}
