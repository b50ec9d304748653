// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.benchmarks.adaptive;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The results from which docs/adaptive.md is made.
 *
 * @param always if every login is asked
 * @param trustedDevices if only trusted devices are not asked
 * @param thresholds adaptive with a geo database, by threshold
 * @param setUps adaptive at the default threshold, by what the administrator has set up
 * @param forgetful adaptive at the default threshold with a geo database, by the share of users whose browsers forget
 */
record Figures(
        Tally always,
        Tally trustedDevices,
        Map<Integer, Tally> thresholds,
        Map<SetUp, Tally> setUps,
        Map<Integer, Tally> forgetful) {
    static final int DEFAULT = 50;

    private static final List<Integer> THRESHOLDS =
            IntStream.rangeClosed(3, 8).mapToObj(ten -> ten * 10).toList();
    private static final List<Integer> OTHERS_FORGETFUL = List.of(0, 5, 10);

    static Figures simulate() {
        Simulation main = new Simulation(Simulation.FORGETFUL_PERCENT)
                .with("always", Guard.Always::new)
                .with("trusted", Guard.TrustedDevices::new)
                .with(SetUp.NOTHING.title(), adaptive(DEFAULT, SetUp.NOTHING))
                .with(SetUp.GEO_AND_OFFICES.title(), adaptive(DEFAULT, SetUp.GEO_AND_OFFICES));
        THRESHOLDS.forEach(threshold -> main.with("" + threshold, adaptive(threshold, SetUp.GEO)));
        Map<String, Tally> run = main.run();
        Tally chosen = get(run, "" + DEFAULT);

        Map<Integer, Tally> thresholds = new TreeMap<>();
        THRESHOLDS.forEach(threshold -> thresholds.put(threshold, get(run, "" + threshold)));
        Map<SetUp, Tally> setUps = new TreeMap<>();
        setUps.put(SetUp.NOTHING, get(run, SetUp.NOTHING.title()));
        setUps.put(SetUp.GEO, chosen);
        setUps.put(SetUp.GEO_AND_OFFICES, get(run, SetUp.GEO_AND_OFFICES.title()));
        Map<Integer, Tally> forgetful = new TreeMap<>(Map.of(Simulation.FORGETFUL_PERCENT, chosen));
        OTHERS_FORGETFUL.forEach(percent -> forgetful.put(
                percent,
                get(
                        new Simulation(percent)
                                .with("", adaptive(DEFAULT, SetUp.GEO))
                                .run(),
                        "")));
        return new Figures(get(run, "always"), get(run, "trusted"), thresholds, setUps, forgetful);
    }

    Tally chosen() {
        return get(setUps, SetUp.GEO);
    }

    private static Supplier<Guard> adaptive(int threshold, SetUp setUp) {
        return () -> new Guard.Adaptive(threshold, setUp);
    }

    private static <K> Tally get(Map<K, Tally> run, K name) {
        return Optional.ofNullable(run.get(name)).orElseThrow();
    }
}
