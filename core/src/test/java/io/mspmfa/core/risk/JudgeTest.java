// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {
    private static final RiskFacts FACTS = Login.usual().facts();
    private static final Optional<History> HISTORY = Optional.of(Login.history());

    /** Another signal is a class like this one. */
    private record Made(String word, int most, BiFunction<RiskFacts, History, Integer> makes) implements Signal {
        Made(String word, int points) {
            this(word, 100, (facts, history) -> points);
        }

        @Override
        public String meaning() {
            return "made up";
        }

        @Override
        public int points(RiskFacts facts, History history) {
            return makes.apply(facts, history);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "50, 49, false",
        "50, 50, true",
        "50, 51, true",
        "1, 0, false",
        "1, 1, true",
        "100, 99, false",
        "100, 100, true"
    })
    void fromTheThresholdOnTheUserIsAsked(int threshold, int points, boolean challenge) {
        Judgement judgement = new Judge(List.of(new Made("a", points))).judge(FACTS, HISTORY, threshold);

        assertThat(judgement.challenge()).isEqualTo(challenge);
        assertThat(judgement.score()).isEqualTo(points);
    }

    @Test
    void pointsAreAddedUpAndTheHeaviestReasonComesFirst() {
        Judgement judgement = new Judge(
                        List.of(new Made("some", 10), new Made("none", 0), new Made("most", 30), new Made("more", 10)))
                .judge(FACTS, HISTORY, 50);

        assertThat(judgement).isEqualTo(new Judgement(true, 50, List.of("most", "some", "more"), Optional.empty()));
    }

    @Test
    void R38_noAddressIsAskedWhateverTheThreshold() {
        Judgement judgement =
                new Judge(List.of()).judge(Login.usual().from("garbage").facts(), HISTORY, 100);

        assertThat(judgement.challenge()).isTrue();
        assertThat(judgement.reasons()).containsExactly("no_address");
    }

    @Test
    void R38_anUnreadableHistoryIsAskedAndHealed() {
        Optional<History> unreadable = HistoryText.read("{");
        Judgement judgement = new Judge(List.of()).judge(FACTS, unreadable, 100);

        assertThat(judgement.challenge()).isTrue();
        assertThat(judgement.reasons()).containsExactly("unreadable_history");

        History healed = unreadable.orElse(History.NONE).afterProof(FACTS, Login.BROWSER);
        assertThat(HistoryText.read(HistoryText.write(healed))).contains(healed);
    }

    @Test
    void R38_aSignalThatFailsIsAsked() {
        RuntimeException failure = new IllegalStateException("database is away");
        Signal failing = new Made("failing", 10, (facts, history) -> {
            throw failure;
        });

        Judgement judgement = new Judge(List.of(new Made("a", 0), failing)).judge(FACTS, HISTORY, 100);

        assertThat(judgement.challenge()).isTrue();
        assertThat(judgement.reasons()).containsExactly("signal_failed");
        assertThat(judgement.failure()).get().extracting(Throwable::getCause).isEqualTo(failure);
    }

    @Test
    void R38_aSignalOfAnotherVersionIsAsked() {
        Signal outdated = new Made("outdated", 10, (facts, history) -> {
            throw new NoSuchMethodError("points");
        });

        assertThat(new Judge(List.of(outdated)).judge(FACTS, HISTORY, 100).challenge())
                .isTrue();
    }

    @Test
    void noSignalMakesUpForAnother() {
        Judgement judgement = new Judge(List.of(new Made("a", 50), new Made("b", -50))).judge(FACTS, HISTORY, 50);

        assertThat(judgement.challenge()).isTrue();
        assertThat(judgement.reasons()).containsExactly("a");
    }

    @Test
    void noSignalAddsMoreThanItSays() {
        Signal loud = new Made("loud", 20, (facts, history) -> 90);

        assertThat(new Judge(List.of(loud)).judge(FACTS, HISTORY, 50).score()).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Word",
                "two words",
                "203.0.113.7",
                "a_",
                "_a",
                "a__b",
                "a1",
                "no_address",
                "unreadable_history",
                "signal_failed",
                "abcdefghijklmnopqrstuvwxyzabcdefg",
                "taken"
            })
    void aWordIsRefusedAtTheStart(String word) {
        assertThatThrownBy(() -> new Judge(List.of(new Made("taken", 1), new Made(word, 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 101})
    void pointsAreRefusedAtTheStart(int most) {
        assertThatThrownBy(() -> new Judge(List.of(new Made("a", most, (facts, history) -> 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void theScoreIsFrom0To100(
            @ForAll @Size(max = 12) List<@IntRange(min = -200, max = 200) Integer> points,
            @ForAll @IntRange(min = 1, max = 100) int threshold) {
        List<Signal> signals = new ArrayList<>();
        points.forEach(each -> signals.add(new Made("a" + "b".repeat(signals.size()), each)));

        Judgement judgement = new Judge(signals).judge(FACTS, HISTORY, threshold);

        assertThat(judgement.score()).isBetween(0, 100);
        assertThat(judgement.challenge()).isEqualTo(judgement.score() >= threshold);
        assertThat(judgement.reasons())
                .hasSize((int) points.stream().filter(each -> each > 0).count());
    }
}
