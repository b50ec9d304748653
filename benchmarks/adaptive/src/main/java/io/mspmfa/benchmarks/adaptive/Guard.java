// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.benchmarks.adaptive;

import io.mspmfa.core.risk.History;
import io.mspmfa.core.risk.Judge;
import io.mspmfa.core.risk.RiskFacts;
import io.mspmfa.core.risk.signals.BuiltIn;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Decides for one user when a second factor is asked for. */
interface Guard {
    boolean asks(Event event);

    /** The user has logged in. Attackers leave no trace. */
    void finished(Event event, boolean asked);

    /** Always asks. */
    final class Always implements Guard {
        @Override
        public boolean asks(Event event) {
            return true;
        }

        @Override
        public void finished(Event event, boolean asked) {}
    }

    /** Asks in each browser once in 30 days. */
    final class TrustedDevices implements Guard {
        private static final long SECONDS = 30 * 86_400L;

        private final Map<String, Long> since = new HashMap<>();

        @Override
        public boolean asks(Event event) {
            Long granted = since.get(event.browser());
            return granted == null || event.time() >= granted + SECONDS;
        }

        @Override
        public void finished(Event event, boolean asked) {
            if (asked) {
                since.put(event.browser(), event.time());
            }
        }
    }

    /** Asks from a score on. */
    final class Adaptive implements Guard {
        private static final Judge JUDGE = new Judge(BuiltIn.SIGNALS);

        private final int threshold;
        private final SetUp setUp;
        private History history = History.NONE;

        Adaptive(int threshold, SetUp setUp) {
            this.threshold = threshold;
            this.setUp = setUp;
        }

        @Override
        public boolean asks(Event event) {
            return JUDGE.judge(event.facts(setUp), Optional.of(history), threshold)
                    .challenge();
        }

        @Override
        public void finished(Event event, boolean asked) {
            RiskFacts facts = event.facts(setUp);
            history = asked ? history.afterProof(facts, event.browser()) : history.afterUnasked(facts);
        }
    }
}
