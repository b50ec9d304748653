// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.codes;

import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.store.SharedStore;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * The last codes that were sent to one recipient: at most five within half an hour (R17). There are five slots, each of
 * which is taken for half an hour; the cluster gives each of them to one request only.
 */
record RecentSends(SharedStore store, String key) {
    private static final int MOST = 5;
    private static final int SECONDS = 30 * 60;

    private static final String TIME = "time";
    private static final String TURN = "turn";

    /**
     * One of the five.
     *
     * @param key its name in the store
     * @param time when it was last taken, in seconds since the epoch; 0 if it wasn't
     * @param turn how often it has been taken
     */
    private record Slot(String key, long time, int turn) {
        static Slot read(SingleUseObjectProvider objects, String key) {
            @Nullable Map<String, String> entry = objects.get(key);
            return entry == null
                    ? new Slot(key, 0, 0)
                    : new Slot(key, Long.parseLong(entry.get(TIME)), Integer.parseInt(entry.get(TURN)));
        }

        long secondsTaken(long now) {
            return Math.max(0, time + SECONDS - now);
        }

        /** False if another request has been faster. If this node dies half-way, the slot is lost for half an hour. */
        boolean take(SharedStore store, long now) {
            boolean isOurs = store.putIfAbsent(key + "." + (turn + 1), SECONDS);
            if (isOurs) {
                write(store, now);
            }
            return isOurs;
        }

        void giveBack(SharedStore store) {
            write(store, 0);
        }

        private void write(SharedStore store, long taken) {
            store.put(key, SECONDS, Map.of(TIME, Long.toString(taken), TURN, Integer.toString(turn + 1)));
        }
    }

    /** Counts one more. */
    Counted take() {
        long now = ServerTime.seconds();
        Slot[] slots = new Slot[MOST];
        store.inOneTransaction(objects ->
                IntStream.range(0, MOST).forEach(number -> slots[number] = Slot.read(objects, key + "." + number)));
        long wait = SECONDS;
        for (Slot slot : slots) {
            if (slot.secondsTaken(now) == 0 && slot.take(store, now)) {
                return Counted.one(() -> slot.giveBack(store));
            }
            wait = Math.min(wait, slot.secondsTaken(now) == 0 ? SECONDS : slot.secondsTaken(now));
        }
        return Counted.reached(wait);
    }
}
