// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How often a user has logged in at each hour of the day, in UTC. The counts are halved when there are many, so that
 * old habits fade however the clock is set.
 *
 * @param counts one for each hour, from 0 to 23
 */
public record Hours(List<Integer> counts) {
    static final int PER_DAY = 24;

    /** Some eight months of one login a day. */
    static final int MOST = 240;

    static final Hours NONE = new Hours(Collections.nCopies(PER_DAY, 0));

    public Hours {
        counts = List.copyOf(counts);
        if (counts.size() != PER_DAY || !areCounts(counts)) {
            throw new IllegalArgumentException("not the hours of a day");
        }
    }

    /** The counts after another login. */
    Hours with(int hour) {
        int divisor = total() < MOST ? 1 : 2;
        List<Integer> after = new ArrayList<>(counts);
        after.replaceAll(count -> count / divisor);
        after.set(hour, after.get(hour) + 1);
        return new Hours(after);
    }

    /** How many logins are counted. */
    public int total() {
        int total = 0;
        for (int count : counts) {
            total += count;
        }
        return total;
    }

    /** The logins in an hour, the one before and the one after. */
    public int around(int hour) {
        return counts.get(Math.floorMod(hour - 1, PER_DAY))
                + counts.get(hour)
                + counts.get(Math.floorMod(hour + 1, PER_DAY));
    }

    private static boolean areCounts(List<Integer> counts) {
        for (int count : counts) {
            if (count < 0 || count > MOST) {
                return false;
            }
        }
        return true;
    }
}
