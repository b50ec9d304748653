// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest {
    private static final History HISTORY = Login.history();
    private static final Position FAR = new Position(35.7, 139.7, 20);

    @Test
    void P26_networksOfFinishedLoginsAreRemembered() {
        Login hotel = Login.usual().from("198.51.100.1");

        assertThat(HISTORY.afterUnasked(hotel.facts()).networks())
                .containsExactlyElementsOf(List.of(new Network("c63364"), new Network("cb0071")));
    }

    @Test
    void aBrowserIsLearnedWithASecondFactorOnly() {
        Login other = Login.usual().with(Optional.of("other"));

        assertThat(HISTORY.afterUnasked(other.facts()).browsers()).containsExactly(Login.BROWSER);
        assertThat(HISTORY.afterProof(other.facts(), "other").browsers()).containsExactly("other", Login.BROWSER);
    }

    @Test
    void aSecondCountryIsLearnedWithASecondFactorOnly() {
        Login abroad = Login.usual().in("JP", FAR);

        assertThat(HISTORY.afterUnasked(abroad.facts()).countries()).containsExactly("DE");
        assertThat(HISTORY.afterProof(abroad.facts(), Login.BROWSER).countries())
                .containsExactly("JP", "DE");
    }

    /** Otherwise the signal would keep silent for users who are never asked, after a geo database has been added. */
    @Test
    void theFirstCountryIsLearnedFromAnyLogin() {
        History placeless = History.NONE.afterProof(Login.usual().withoutPlace().facts(), Login.BROWSER);

        assertThat(placeless.countries()).isEmpty();
        assertThat(placeless
                        .afterUnasked(
                                Login.usual().at(Login.MORNING + Login.DAY).facts())
                        .countries())
                .containsExactly("DE");
    }

    @Test
    void whatIsNotACountryIsNotLearned() {
        assertThat(History.NONE
                        .afterProof(Login.usual().in("Nowhere", FAR).facts(), "b")
                        .countries())
                .isEmpty();
    }

    @Test
    void onlyTheLastEightAreKept() {
        History history = HISTORY;
        for (int i = 0; i < 20; i++) {
            Login login = Login.usual().from("198.51." + i + ".1").in("X" + (char) ('A' + i), FAR);
            history = history.afterProof(login.facts(), "browser" + i);
        }

        assertThat(history.networks()).hasSize(History.MOST).startsWith(new Network("c63313"));
        assertThat(history.browsers())
                .hasSize(History.MOST)
                .startsWith("browser19")
                .endsWith("browser12");
        assertThat(history.countries()).hasSize(History.MOST).startsWith("XT");
    }

    @Test
    void whatIsUsedDailyIsNotForgotten() {
        History history = HISTORY;
        for (int i = 0; i < 20; i++) {
            Login login = Login.usual().at(Login.MORNING + i * Login.DAY);
            history = history.afterUnasked(login.facts());
            history = history.afterProof(login.from("198.51." + i + ".1").facts(), "browser" + i);
        }

        assertThat(history.browsers()).contains(Login.BROWSER);
        assertThat(history.networks()).contains(new Network("cb0071"));
    }

    @Test
    void mostLoginsOfABusyHourAreNotWritten() {
        History first = HISTORY.afterUnasked(Login.usual().facts());
        Login again = Login.usual().at(Login.MORNING + Login.HOUR - 1);

        assertThat(first).isNotSameAs(HISTORY);
        assertThat(first.afterUnasked(again.facts())).isSameAs(first);
        assertThat(first.afterProof(again.facts(), Login.BROWSER)).isSameAs(first);
        assertThat(first.afterProof(again.facts(), "new")).isNotSameAs(first);
        assertThat(first.afterUnasked(again.from("198.51.100.1").facts())).isNotSameAs(first);
        assertThat(first.afterUnasked(
                        Login.usual().at(Login.MORNING + Login.HOUR).facts()))
                .isNotSameAs(first);
    }

    @Test
    void aClockThatWasWrongIsForgotten() {
        History future = HISTORY.afterUnasked(
                Login.usual().at(Login.MORNING + 9999 * Login.DAY).facts());
        History healed = future.afterUnasked(Login.usual().facts());

        assertThat(healed.lastLogin()).isEqualTo(Login.MORNING);
        assertThat(healed.lastSighting().orElseThrow().time()).isEqualTo(Login.MORNING);
    }

    @Test
    void aPositionStaysUntilAnotherIsKnown() {
        History later = HISTORY.afterUnasked(Login.usual().withoutPlace().facts());

        assertThat(later.lastLogin()).isEqualTo(Login.MORNING);
        assertThat(later.lastSighting()).isEqualTo(HISTORY.lastSighting());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "\"", "a,b", "{}"})
    void theIdOfABrowserIsAWord(String id) {
        assertThatThrownBy(() -> HISTORY.afterProof(Login.usual().facts(), id))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void listsAreBounded() {
        List<String> nine = IntStream.range(0, 9).mapToObj(i -> "b" + i).toList();

        assertThatThrownBy(() -> new History(List.of(), nine, List.of(), Hours.NONE, 0, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
