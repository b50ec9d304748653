// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.attempts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LONG;

import io.mspmfa.core.attempts.AttemptRules;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keycloak.common.util.Time;

class AttemptsTest {
    private static final int MAX = 5;
    private static final int PAUSE = 30;

    private final FakeStore store = new FakeStore();
    private final List<Long> locks = new ArrayList<>();
    private final Attempts attempts = attemptsOf("user");

    @AfterEach
    void resetClock() {
        Time.setOffset(0);
    }

    @Test
    void failedWhenTriesAreLeftThenReturnsHowMany() {
        assertThat(fail()).isEqualTo(Verdict.wrong(4));
        assertThat(fail()).isEqualTo(Verdict.wrong(3));
    }

    @Test
    void R21_theLastFailureOfARoundStartsThePause() {
        failTimes(MAX - 1);
        assertThat(fail()).isEqualTo(Verdict.locked(PAUSE));
        assertThat(attempts.begin()).isEmpty();
        assertThat(attempts.secondsLocked()).isEqualTo(PAUSE);
    }

    @Test
    void R21_eachPauseIsTwiceAsLongAsTheOneBefore() {
        failTimes(MAX);
        Time.setOffset(PAUSE);
        failTimes(MAX);
        assertThat(attempts.secondsLocked()).isEqualTo(2 * PAUSE);
        Time.setOffset(PAUSE + 2 * PAUSE - 1);
        assertThat(attempts.begin()).isEmpty();
        Time.setOffset(PAUSE + 2 * PAUSE);
        assertThat(attempts.begin()).isPresent();
    }

    @Test
    void R21_afterAHundredFailuresNoAttemptIsLeft() {
        for (int attempt = 1; attempt <= AttemptRules.HARD_STOP; attempt++) {
            Time.setOffset(attempt * 3600);
            fail();
        }
        Time.setOffset(200 * 3600);
        assertThat(attempts.begin()).isEmpty();
        assertThat(attempts.secondsLocked()).isEqualTo(Attempts.UNTIL_UNLOCKED);
    }

    @Test
    void A46_theEndOfARoundIsReportedWithTheEndOfThePause() {
        failTimes(MAX - 1);
        assertThat(locks).isEmpty();
        long before = Time.currentTimeSeconds();
        fail();
        assertThat(locks).singleElement().asInstanceOf(LONG).isBetween(before + PAUSE, before + PAUSE + 2L);
    }

    @Test
    void A46_theHardStopIsReportedAsAPermanentLock() {
        for (int attempt = 1; attempt <= AttemptRules.HARD_STOP; attempt++) {
            Time.setOffset(attempt * 3600);
            fail();
        }
        assertThat(locks).hasSize(AttemptRules.HARD_STOP / MAX).endsWith(Long.MAX_VALUE);
    }

    @Test
    void R21_ofTwentyParallelAttemptsOnlyOneRoundIsAllowed() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            List<Callable<OptionalInt>> tries = IntStream.range(0, 20)
                    .<Callable<OptionalInt>>mapToObj(i -> attempts::begin)
                    .toList();
            int through = 0;
            for (Future<OptionalInt> result : threads.invokeAll(tries)) {
                through += result.get().isPresent() ? 1 : 0;
            }
            assertThat(through).isEqualTo(MAX);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void succeededWhenEarlierAttemptsFailedThenTheyStillCount() {
        failTimes(2);
        attempts.succeeded(attempts.begin().orElseThrow());
        assertThat(fail()).isEqualTo(Verdict.wrong(2));
    }

    @Test
    void R24_forgetRemovesEverythingAndTheNextPauseIsAFirstOneAgain() {
        failTimes(MAX);
        Attempts.forget(store, "realm", "user");
        assertThat(store.isEmpty()).isTrue();
        failTimes(MAX);
        assertThat(attempts.secondsLocked()).isEqualTo(PAUSE);
    }

    @Test
    void R24_forgetRemovesFailuresAfterAnAttemptThatWasGivenBack() {
        fail();
        int right = attempts.begin().orElseThrow();
        fail();
        attempts.succeeded(right);
        Attempts.forget(store, "realm", "user");
        assertThat(store.isEmpty()).isTrue();
    }

    @Test
    void R23_otherUsersAreNotAffected() {
        failTimes(MAX);
        Attempts other = attemptsOf("other");
        assertThat(other.secondsLocked()).isZero();
    }

    private Attempts attemptsOf(String user) {
        return new Attempts(store, new AttemptRules(MAX, PAUSE), "realm", user, (attempt, until) -> {
            if (until > 0) {
                locks.add(until);
            }
        });
    }

    private Verdict fail() {
        return attempts.failed(attempts.begin().orElseThrow());
    }

    private void failTimes(int times) {
        IntStream.range(0, times).forEach(i -> fail());
    }
}
