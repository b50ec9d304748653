// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.codes;

import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.store.SharedStore;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * How many codes were sent in this hour of the clock. Each takes the lowest free number, which is atomic in the cluster;
 * a number is found in a few steps, however many are taken.
 */
record HourlySends(SharedStore store, String key, int most) {
    private static final int HOUR = 3600;

    /** Counts one more. */
    Counted take() {
        long now = ServerTime.seconds();
        String prefix = key + "." + now / HOUR + ".";
        int[] free = new int[1];
        store.inOneTransaction(objects -> free[0] = lowestFree(objects, prefix));
        for (int number = free[0]; number <= most; number++) {
            String taken = prefix + number;
            if (store.putIfAbsent(taken, HOUR)) {
                return Counted.one(() -> store.remove(taken));
            }
        }
        return Counted.reached(HOUR - now % HOUR);
    }

    /** From 1; one more than allowed if all are taken. */
    private int lowestFree(SingleUseObjectProvider objects, String prefix) {
        int taken = 0;
        int free = 1;
        while (free <= most && objects.contains(prefix + free)) {
            taken = free;
            free = Math.min(most + 1, free * 2);
        }
        while (free - taken > 1) {
            int middle = taken + (free - taken) / 2;
            if (objects.contains(prefix + middle)) {
                taken = middle;
            } else {
                free = middle;
            }
        }
        return free;
    }
}
