// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.uses;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.TimeUnit;

/**
 * What this node has written today, so that a factor costs a write at its first use of a day (UTC) only. Remembers the
 * last tens of thousands of factors, in about 15 MB; one that was pushed out is written once more.
 */
final class OnceADay {
    static final int MOST = 50_000;

    private final Cache<Object, Long> days =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    /**
     * Does work unless it was done on the same day. Of several callers at once, one does it. If it fails, the next caller
     * tries again.
     *
     * @param key what the work is about
     * @param seconds now, in seconds since the epoch
     */
    void run(Object key, long seconds, Runnable work) {
        long today = TimeUnit.SECONDS.toDays(seconds);
        Long before = days.asMap().put(key, today);
        if (before != null && before == today) {
            return;
        }
        boolean done = false;
        try {
            work.run();
            done = true;
        } finally {
            if (!done) {
                days.asMap().remove(key, today);
            }
        }
    }

    /** How many keys are remembered. */
    long size() {
        days.cleanUp();
        return days.estimatedSize();
    }
}
