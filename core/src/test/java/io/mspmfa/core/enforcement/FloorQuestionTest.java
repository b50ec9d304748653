// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.enforcement.FloorQuestion.Answer;
import io.mspmfa.core.policy.Mode;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.core.policy.PolicyLayer;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is known is written as words: {@code factor} (the user has one), {@code proved} (in this login), {@code sso} (the
 * cookie alone let the user in), {@code session} (holds a proof), {@code mail} (a mail link's errand), {@code action}
 * (another one waits), {@code spent} (no backup code left).
 */
class FloorQuestionTest {
    private static final List<String> EVERYTHING_KNOWN = everythingKnown();

    @ParameterizedTest
    @CsvSource(textBlock = """
            # nobody is asked
            OFF,      '',                            NOTHING
            OFF,      factor,                        NOTHING
            OFF,      factor action spent,           NOTHING
            OFF,      factor proved spent,           NOTHING
            OFF,      mail factor action,            NOTHING
            # who enrolled is asked
            OPTIONAL, '',                            NOTHING
            OPTIONAL, action,                        NOTHING
            OPTIONAL, sso,                           NOTHING
            OPTIONAL, spent,                         NOTHING
            OPTIONAL, factor,                        CHALLENGE
            OPTIONAL, factor spent,                  CHALLENGE
            OPTIONAL, factor action,                 CHALLENGE
            # everybody is asked
            ADAPTIVE, '',                            ENROL
            ADAPTIVE, factor,                        CHALLENGE
            REQUIRED, '',                            ENROL
            REQUIRED, action,                        ENROL
            REQUIRED, spent,                         ENROL
            REQUIRED, sso,                           ENROL
            REQUIRED, factor,                        CHALLENGE
            REQUIRED, factor spent,                  CHALLENGE
            # a proof of this login is enough, and so is one of the session that the cookie goes on with
            OPTIONAL, factor proved,                 NOTHING
            REQUIRED, factor proved,                 NOTHING
            REQUIRED, factor proved action,          NOTHING
            REQUIRED, proved,                        NOTHING
            REQUIRED, factor sso,                    CHALLENGE
            REQUIRED, factor sso session,            NOTHING
            # ... but not longer than the factor that made it
            REQUIRED, sso session,                   ENROL
            OPTIONAL, sso session,                   NOTHING
            OPTIONAL, factor sso session,            NOTHING
            # without the cookie the session's proof is somebody else's
            REQUIRED, factor session,                CHALLENGE
            REQUIRED, session,                       ENROL
            OPTIONAL, factor session,                CHALLENGE
            # the last backup code was spent: new ones, but only in the login that proved a factor
            OPTIONAL, factor proved spent,           RENEW_BACKUP_CODES
            REQUIRED, factor proved spent,           RENEW_BACKUP_CODES
            REQUIRED, factor proved spent sso,       RENEW_BACKUP_CODES
            REQUIRED, factor proved spent sso session, RENEW_BACKUP_CODES
            REQUIRED, factor spent sso session,      NOTHING
            REQUIRED, proved spent,                  NOTHING
            REQUIRED, mail factor proved spent,      NOTHING
            # a mailbox is not a login
            REQUIRED, mail,                          NOTHING
            REQUIRED, mail action,                   NOTHING
            REQUIRED, mail factor,                   NOTHING
            REQUIRED, mail factor action,            CHALLENGE
            REQUIRED, mail factor action spent,      CHALLENGE
            REQUIRED, mail factor action proved,     NOTHING
            REQUIRED, mail factor action session,    CHALLENGE
            REQUIRED, mail factor action sso session, NOTHING
            OPTIONAL, mail,                          NOTHING
            OPTIONAL, mail action,                   NOTHING
            OPTIONAL, mail factor action,            CHALLENGE
            """)
    void answerWhenSoMuchIsKnownThenThis(Mode mode, String known, Answer answer) {
        assertThat(question(mode, known).answer()).isEqualTo(answer);
    }

    @Test
    void R38_answerWhenPolicyCannotBeReadThenAsRequired() {
        Policy unreadable = Policy.strictestOf(List.of(PolicyLayer.unreadable()));

        assertThat(question(unreadable, "").answer()).isEqualTo(Answer.ENROL);
        assertThat(question(unreadable, "factor").answer()).isEqualTo(Answer.CHALLENGE);
    }

    @Test
    void answerWhenOffThenAlwaysNothing() {
        assertThat(EVERYTHING_KNOWN).allMatch(known -> answer(Mode.OFF, known) == Answer.NOTHING);
    }

    @Test
    void answerWhenAdaptiveThenAlwaysAsRequired() {
        assertThat(EVERYTHING_KNOWN).allMatch(known -> answer(Mode.ADAPTIVE, known) == answer(Mode.REQUIRED, known));
    }

    @ParameterizedTest
    @EnumSource
    void answerWhenMailErrandThenNeverAChoiceOfFactor(Mode mode) {
        assertThat(EVERYTHING_KNOWN.stream().filter(known -> known.contains("mail")))
                .hasSize(64)
                .allMatch(known -> Set.of(Answer.NOTHING, Answer.CHALLENGE).contains(answer(mode, known)));
    }

    @Test
    void R38_answerWhenRequiredAndNotProvedThenNeverNothing() {
        assertThat(EVERYTHING_KNOWN.stream()
                        .filter(known -> !known.contains("mail") && !known.contains("proved"))
                        .filter(known -> !known.contains("sso session")))
                .hasSize(24)
                .allMatch(known -> Set.of(Answer.ENROL, Answer.CHALLENGE).contains(answer(Mode.REQUIRED, known)));
    }

    @ParameterizedTest
    @EnumSource
    void answerWhenFactorThenNeverEnrolAndWhenNoneThenNeverChallenge(Mode mode) {
        assertThat(EVERYTHING_KNOWN)
                .allMatch(known -> answer(mode, known) != (known.contains("factor") ? Answer.ENROL : Answer.CHALLENGE));
    }

    private static List<String> everythingKnown() {
        List<String> words = List.of("factor", "proved", "sso", "session", "mail", "action", "spent");
        return IntStream.range(0, 1 << words.size())
                .mapToObj(BigInteger::valueOf)
                .map(choice -> IntStream.range(0, words.size())
                        .filter(choice::testBit)
                        .mapToObj(words::get)
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private static Answer answer(Mode mode, String known) {
        return question(mode, known).answer();
    }

    private static FloorQuestion question(Mode mode, String known) {
        return question(Policy.strictestOf(List.of(PolicyLayer.empty().with(PolicyField.MODE, mode))), known);
    }

    private static FloorQuestion question(Policy policy, String known) {
        List<String> words = Arrays.asList(known.split(" "));
        return new FloorQuestion(
                policy,
                words.contains("factor"),
                words.contains("proved"),
                words.contains("sso"),
                words.contains("session"),
                words.contains("mail"),
                words.contains("action"),
                words.contains("spent"));
    }
}
