// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.models.SingleUseObjectProvider;

class RecentCountTest {
    private static final int HOUR = 3600;
    private static final long NOW = 1_800_000_000L;

    private final Slots slots = new Slots();
    private final RecentCount count = new RecentCount("failures", HOUR, 20);

    @Test
    void countsWhatHappensWithinAnHour() {
        assertThat(count.read(slots, NOW)).isZero();
        for (int minute = 0; minute < 60; minute += 10) {
            count.add(slots, NOW + minute * 60);
        }

        assertThat(count.read(slots, NOW + HOUR - 1)).isEqualTo(6);
    }

    @Test
    void forgetsAfterAnHourAndAHalfAtTheLatest() {
        count.add(slots, NOW);

        assertThat(count.read(slots, NOW + HOUR - 1)).isOne();
        assertThat(count.read(slots, NOW + HOUR * 3 / 2)).isZero();
        assertThat(slots.longest).isEqualTo(HOUR * 3 / 2);
    }

    @Test
    void isBounded() {
        for (int i = 0; i < 100; i++) {
            count.add(slots, NOW);
        }

        assertThat(count.read(slots, NOW)).isEqualTo(20);
        assertThat(slots.taken).hasSize(20);
    }

    @Test
    void findsItsPlaceInAFewSteps() {
        RecentCount large = new RecentCount("many", HOUR, 100);
        for (int i = 0; i < 99; i++) {
            large.add(slots, NOW);
        }
        slots.looks = 0;

        large.add(slots, NOW);

        assertThat(slots.looks).isLessThanOrEqualTo(16);
        assertThat(large.read(slots, NOW)).isEqualTo(100);
    }

    @Test
    void keysAreCountedSeparately() {
        count.add(slots, NOW);

        assertThat(new RecentCount("others", HOUR, 20).read(slots, NOW)).isZero();
    }

    /** Which keys are taken, without expiry. */
    private static final class Slots implements SingleUseObjectProvider {
        private final Map<String, Long> taken = new HashMap<>();
        private long longest;
        private int looks;

        @Override
        public boolean putIfAbsent(String key, long lifespan) {
            looks++;
            longest = Math.max(longest, lifespan);
            return taken.putIfAbsent(key, lifespan) == null;
        }

        @Override
        public boolean contains(String key) {
            looks++;
            return taken.containsKey(key);
        }

        @Override
        public void put(String key, long lifespan, Map<String, String> notes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, String> get(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, String> remove(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean replace(String key, Map<String, String> notes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
