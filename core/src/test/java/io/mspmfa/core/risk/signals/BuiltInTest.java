// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.risk.History;
import io.mspmfa.core.risk.HistoryText;
import io.mspmfa.core.risk.Judge;
import io.mspmfa.core.risk.Judgement;
import io.mspmfa.core.risk.Login;
import io.mspmfa.core.risk.Position;
import io.mspmfa.core.risk.Signal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltInTest {
    private static final Judge JUDGE = new Judge(BuiltIn.SIGNALS);
    private static final int DEFAULT = 50;
    private static final Position TOKYO = new Position(35.7, 139.7, 20);

    @Test
    void A22_aKnownBrowserInAKnownNetworkIsNotAsked() {
        assertThat(judge(Login.usual())).isEqualTo(new Judgement(false, 0, List.of(), Optional.empty()));
    }

    @Test
    void A22_aKnownBrowserInANewNetworkIsNotAsked() {
        assertThat(judge(Login.usual().from("198.51.100.1")).challenge()).isFalse();
    }

    @Test
    void A22_aNewBrowserIsAsked() {
        assertThat(judge(Login.usual().with(Optional.empty())).challenge()).isTrue();
    }

    @Test
    void theFirstLoginIsAsked() {
        assertThat(JUDGE.judge(Login.usual().facts(), HistoryText.read(null), DEFAULT)
                        .challenge())
                .isTrue();
    }

    /** The rule behind the points: two weak reasons are not enough, a new network and a strong one are. */
    @ParameterizedTest
    @MethodSource("strong")
    void aNewNetworkAndAStrongReasonAreAsked(Login login) {
        assertThat(judge(login).challenge()).isFalse();
        assertThat(judge(login.from("198.51.100.1")).challenge()).isTrue();
    }

    static Stream<Login> strong() {
        return Stream.of(
                Login.usual().at(Login.MORNING + 6 * Login.HOUR),
                Login.usual().at(Login.MORNING + 60 * Login.DAY),
                Login.usual().failures(10, 0),
                Login.usual().in("JP", TOKYO));
    }

    /** Each has a test of its own, named after it. */
    @Test
    void eachSignalIsListedOnce() {
        assertThat(BuiltIn.SIGNALS).hasSize(10).doesNotHaveDuplicates();
        assertThat(BuiltIn.SIGNALS.stream().map(Signal::word)).doesNotHaveDuplicates();
        assertThat(BuiltIn.SIGNALS)
                .allSatisfy(signal -> assertThat(Class.forName(signal.getClass().getName() + "Test"))
                        .isNotNull());
    }

    @Test
    void noReasonRepeatsAnAddress() {
        Login worst = Login.usual()
                .at(Login.MORNING + 100 * Login.DAY + 6 * Login.HOUR)
                .from("198.51.100.1")
                .with(Optional.empty())
                .in("JP", TOKYO)
                .failures(10, 10)
                .users(10)
                .admin();
        Judgement judgement = judge(worst);

        assertThat(judgement.score()).isEqualTo(100);
        assertThat(judgement.reasons()).hasSizeGreaterThan(5).allMatch(word -> word.matches("[a-z_]+"));
    }

    private static Judgement judge(Login login) {
        History history = Login.history();
        return JUDGE.judge(login.facts(), Optional.of(history), DEFAULT);
    }
}
