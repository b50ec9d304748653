// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.benchmarks.adaptive;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts logins, and those that were asked for a second factor. */
final class Tally {
    private final Map<Party, Count> counts = new HashMap<>();

    private record Count(long logins, long asked) {
        Count plus(Count other) {
            return new Count(logins + other.logins, asked + other.asked);
        }

        double percentAsked() {
            return 100.0 * asked / logins;
        }
    }

    /** Lets a guard see a user's year. */
    static Tally of(Iterable<Event> year, Habit habit, Guard guard) {
        Tally tally = new Tally();
        for (Event event : year) {
            boolean asks = guard.asks(event);
            Party party = event.attacker().isPresent() ? event.attacker().get() : habit;
            tally.counts.merge(party, new Count(1, asks ? 1 : 0), Count::plus);
            if (event.attacker().isEmpty()) {
                guard.finished(event, asks);
            }
        }
        return tally;
    }

    Tally plus(Tally other) {
        Tally sum = new Tally();
        sum.counts.putAll(counts);
        other.counts.forEach((party, count) -> sum.counts.merge(party, count, Count::plus));
        return sum;
    }

    /** The number of users' own logins. */
    long honestLogins() {
        return sum(Arrays.asList(Habit.values())).logins;
    }

    /** The share of users' own logins that are asked, in percent. */
    double honestAsked() {
        return sum(Arrays.asList(Habit.values())).percentAsked();
    }

    double honestAsked(Habit habit) {
        return sum(List.of(habit)).percentAsked();
    }

    /** The share of an attacker's logins that are let through, in percent. */
    double letThrough(Attacker attacker) {
        return 100 - sum(List.of(attacker)).percentAsked();
    }

    private Count sum(List<? extends Party> parties) {
        return parties.stream()
                .map(party -> counts.getOrDefault(party, new Count(0, 0)))
                .reduce(new Count(0, 0), Count::plus);
    }
}
