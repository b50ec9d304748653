// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.benchmarks.adaptive;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Runs the year of all users under several guards. */
final class Simulation {
    static final int USERS = 1000;

    /** How many of 100 users lose their cookies with most logins, because their browsers forget everything. */
    static final int FORGETFUL_PERCENT = 2;

    private static final long SEED = 40;

    private final World world = new World(new Random(SEED));
    private final Map<String, Supplier<Guard>> guards = new LinkedHashMap<>();
    private final int forgetfulPercent;

    Simulation(int forgetfulPercent) {
        this.forgetfulPercent = forgetfulPercent;
    }

    Simulation with(String name, Supplier<Guard> guard) {
        guards.put(name, guard);
        return this;
    }

    /** The figures of each guard, by its name. */
    Map<String, Tally> run() {
        return IntStream.range(0, USERS)
                .parallel()
                .mapToObj(this::year)
                .reduce(Simulation::sum)
                .orElseThrow();
    }

    private Map<String, Tally> year(int number) {
        // each user has dice of their own, so that the order in which they are run doesn't matter
        Random random = new Random(SEED * 1_000_000 + number);
        Habit habit = Habit.of(number);
        User user = new User(habit, world, random, forgetfulPercent);
        var year = new Year(user, world, random).events();
        return guards.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        guard -> Tally.of(year, habit, guard.getValue().get())));
    }

    private static Map<String, Tally> sum(Map<String, Tally> some, Map<String, Tally> others) {
        Map<String, Tally> sum = new HashMap<>(some);
        others.forEach((guard, tally) -> sum.merge(guard, tally, Tally::plus));
        return sum;
    }
}
