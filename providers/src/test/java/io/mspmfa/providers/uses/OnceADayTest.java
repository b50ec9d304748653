// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.uses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OnceADayTest {
    private static final long DAY = 24 * 60 * 60;
    private static final long NOON = 20_000 * DAY + DAY / 2;

    private final OnceADay memory = new OnceADay();
    private final AtomicInteger writes = new AtomicInteger();

    @Test
    void eachKeyIsWrittenOnceADay() {
        write("app", NOON);
        write("app", NOON + DAY / 2 - 1);
        write("key", NOON);

        assertThat(writes).hasValue(2);
    }

    @Test
    void theDayEndsAtMidnightUtc() {
        write("app", NOON);
        write("app", NOON + DAY / 2);
        write("app", NOON + DAY);

        assertThat(writes).hasValue(2);
    }

    @Test
    void aWriteThatFailedIsTriedAgain() {
        assertThatThrownBy(() -> memory.run("app", NOON, () -> {
                    throw new IllegalStateException("The database is away");
                }))
                .isInstanceOf(IllegalStateException.class);

        write("app", NOON);

        assertThat(writes).hasValue(1);
    }

    @Test
    void ofManyAtOnceOneWrites() {
        int callers = 16;
        CountDownLatch all = new CountDownLatch(callers);
        ExecutorService threads = Executors.newFixedThreadPool(callers);

        CompletableFuture.allOf(IntStream.range(0, callers)
                        .mapToObj(caller -> CompletableFuture.runAsync(() -> writeTogether(all), threads))
                        .toArray(CompletableFuture[]::new))
                .join();
        threads.shutdown();

        assertThat(writes).hasValue(1);
    }

    @Test
    void whatIsRememberedIsBounded() {
        for (int i = 0; i < OnceADay.MOST + 1_000; i++) {
            write("app " + i, NOON);
        }

        assertThat(memory.size()).isBetween(1L, (long) OnceADay.MOST);
        assertThat(writes).hasValue(OnceADay.MOST + 1_000);
    }

    private void write(String key, long seconds) {
        memory.run(key, seconds, writes::incrementAndGet);
    }

    private void writeTogether(CountDownLatch all) {
        all.countDown();
        try {
            all.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        write("app", NOON);
    }
}
