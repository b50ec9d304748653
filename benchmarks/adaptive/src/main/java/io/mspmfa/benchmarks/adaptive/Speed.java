// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.benchmarks.adaptive;

import io.mspmfa.core.risk.History;
import io.mspmfa.core.risk.HistoryText;
import io.mspmfa.core.risk.Judge;
import io.mspmfa.core.risk.RiskFacts;
import io.mspmfa.core.risk.signals.BuiltIn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** How long one login takes to be judged: reading the stored history, the signals, and writing the history. */
public final class Speed {
    private static final System.Logger LOG = System.getLogger(Speed.class.getName());
    private static final int USERS = 200;
    private static final int THRESHOLD = 50;
    private static final Judge JUDGE = new Judge(BuiltIn.SIGNALS);

    private Speed() {}

    /** Logs microseconds: the median, the 95th and the 99th percentile, after a round to warm up. */
    public static void main(String[] none) {
        round();
        List<Long> nanos = round();
        Collections.sort(nanos);
        LOG.log(
                System.Logger.Level.INFO,
                String.format(
                        Locale.ROOT,
                        "%d logins: median %.1f us, 95 %% within %.1f us, 99 %% within %.1f us",
                        nanos.size(),
                        micros(nanos, 50),
                        micros(nanos, 95),
                        micros(nanos, 99)));
    }

    private static double micros(List<Long> nanos, int percent) {
        return nanos.get((int) ((nanos.size() - 1L) * percent / 100)) / 1000.0;
    }

    private static List<Long> round() {
        World world = new World(new Random(1));
        List<Long> nanos = new ArrayList<>();
        for (int number = 0; number < USERS; number++) {
            Random random = new Random(number);
            User user = new User(Habit.of(number), world, random, Simulation.FORGETFUL_PERCENT);
            String stored = HistoryText.write(History.NONE);
            for (Event event : new Year(user, world, random).events()) {
                RiskFacts facts = event.facts(SetUp.GEO_AND_OFFICES);
                long start = System.nanoTime();
                var history = HistoryText.read(stored);
                boolean asked = JUDGE.judge(facts, history, THRESHOLD).challenge();
                History before = history.orElseThrow();
                String after = HistoryText.write(
                        asked ? before.afterProof(facts, event.browser()) : before.afterUnasked(facts));
                nanos.add(System.nanoTime() - start);
                stored = event.attacker().isPresent() ? stored : after;
            }
        }
        return nanos;
    }
}
