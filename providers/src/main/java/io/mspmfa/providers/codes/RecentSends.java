// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.codes;

import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.store.SharedStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The last codes that were sent to one recipient: at most five within half an hour (R17). */
record RecentSends(SharedStore store, String key) {
    private static final int MOST = 5;
    private static final int SECONDS = 30 * 60;

    /** Longer than it takes to read and write the entry. Ends by itself if the node dies in between. */
    private static final int LOCK_SECONDS = 5;

    private static final String TIMES = "times";

    /**
     * Counts one more.
     *
     * @return 0 if it may be sent, otherwise how long to wait, in seconds
     */
    int take() {
        String lock = key + ".lock";
        if (!store.putIfAbsent(lock, LOCK_SECONDS)) {
            return 1; // another request of the same user is being counted
        }
        try {
            return takeAlone();
        } finally {
            store.remove(lock);
        }
    }

    private int takeAlone() {
        long now = ServerTime.seconds();
        List<Long> times = times(now);
        if (times.size() >= MOST) {
            return (int) (times.get(times.size() - MOST) + SECONDS - now);
        }
        times.add(now);
        store.put(
                key, SECONDS, Map.of(TIMES, times.stream().map(String::valueOf).collect(Collectors.joining(" "))));
        return 0;
    }

    private List<Long> times(long now) {
        Map<String, String> entry = store.get(key);
        if (entry == null) {
            return new ArrayList<>();
        }
        return Arrays.stream(entry.getOrDefault(TIMES, "").split(" ", -1))
                .filter(time -> !time.isEmpty())
                .map(Long::valueOf)
                .filter(time -> time > now - SECONDS)
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
