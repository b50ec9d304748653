// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.risk;

import org.keycloak.models.SingleUseObjectProvider;

/**
 * How often something has happened recently, in the cluster and without the database. Each time takes the lowest free
 * number of a period, which is atomic; a number is found in a few steps, however many are taken. Two periods are a
 * window, so that what is read covers the whole of it, and up to half as much before.
 *
 * @param key of what is counted
 * @param windowSeconds how long ago counts as recent
 * @param most how far one period counts
 */
record RecentCount(String key, int windowSeconds, int most) {

    /** Counts one more. */
    void add(SingleUseObjectProvider objects, long now) {
        String period = period(now, 0);
        for (int number = taken(objects, period) + 1; number <= most; number++) {
            if (objects.putIfAbsent(period + number, lifespan())) {
                return;
            }
        }
    }

    /** How often, recently; at most {@link #most}. */
    int read(SingleUseObjectProvider objects, long now) {
        int count = 0;
        for (int ago = 0; ago <= 2 && count < most; ago++) {
            count += taken(objects, period(now, ago));
        }
        return Math.min(count, most);
    }

    private int taken(SingleUseObjectProvider objects, String period) {
        int taken = 0;
        int free = 1;
        while (free <= most && objects.contains(period + free)) {
            taken = free;
            free = Math.min(most + 1, free * 2);
        }
        while (free - taken > 1) {
            int middle = taken + (free - taken) / 2;
            if (objects.contains(period + middle)) {
                taken = middle;
            } else {
                free = middle;
            }
        }
        return taken;
    }

    private String period(long now, int ago) {
        return key + "." + (now / (windowSeconds / 2) - ago) + ".";
    }

    /** Until nobody reads the period any more. */
    private long lifespan() {
        return windowSeconds / 2 * 3L;
    }
}
