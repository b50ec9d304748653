// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** Adds up what signals make of a login. */
public final class Judge {
    private static final Pattern WORD = Pattern.compile("(?=.{1,32}$)[a-z]+(_[a-z]+)*");

    private final List<Checked> signals;

    /**
     * Checks the signals, so that a faulty one is noticed when the server starts.
     *
     * @param signals of equal points, the earlier is reported first
     * @throws IllegalArgumentException if two have the same word, or one has a word or a number of points that isn't
     *     allowed
     */
    public Judge(List<Signal> signals) {
        Set<String> words =
                new HashSet<>(Set.of(Judgement.NO_ADDRESS, Judgement.UNREADABLE_HISTORY, Judgement.SIGNAL_FAILED));
        for (Signal signal : signals) {
            boolean allowed = WORD.matcher(signal.word()).matches()
                    && signal.most() >= 1
                    && signal.most() <= Judgement.MOST
                    && words.add(signal.word());
            if (!allowed) {
                throw new IllegalArgumentException("signal " + signal.getClass().getName());
            }
        }
        this.signals = signals.stream()
                .map(signal -> new Checked(signal.word(), signal.most(), signal))
                .toList();
    }

    /**
     * Judges a login whose password was right. Costs some microseconds.
     *
     * @param history before the login; empty if it can't be read
     * @param threshold the policy's: from this score on, the user is challenged
     */
    public Judgement judge(RiskFacts facts, Optional<History> history, int threshold) {
        if (facts.network().isEmpty()) {
            return Judgement.impossible(Judgement.NO_ADDRESS);
        }
        if (history.isEmpty()) {
            return Judgement.impossible(Judgement.UNREADABLE_HISTORY);
        }
        // whatever a signal throws: a login can't be let in because judging it failed
        return CompletableFuture.supplyAsync(() -> judge(facts, history.get(), threshold), Runnable::run)
                .exceptionally(Judgement::failed)
                .join();
    }

    private Judgement judge(RiskFacts facts, History history, int threshold) {
        List<Reason> reasons = new ArrayList<>();
        int sum = 0;
        for (Checked checked : signals) {
            int points = Math.min(checked.signal().points(facts, history), checked.most());
            if (points > 0) {
                reasons.add(new Reason(checked.word(), points));
                sum += points;
            }
        }
        reasons.sort(Comparator.comparingInt(Reason::points).reversed());
        int score = Math.min(sum, Judgement.MOST);
        return new Judgement(
                score >= threshold, score, reasons.stream().map(Reason::word).toList(), Optional.empty());
    }

    /** A signal with the word and the limit that were checked: it can't change them afterwards. */
    private record Checked(String word, int most, Signal signal) {}

    private record Reason(String word, int points) {}
}
