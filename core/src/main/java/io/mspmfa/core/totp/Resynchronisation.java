// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.totp;

import java.util.List;
import java.util.OptionalLong;

/**
 * Recognises a token that is out of step by two consecutive codes (RFC 6238 section 6, RFC 4226 section 7.4). One code
 * is not enough: in so wide a range it could be guessed too easily.
 */
public final class Resynchronisation {
    /** How many time steps the clock of a token may be behind ours, or ahead of it. */
    public static final int LARGEST_DRIFT = 10;

    /** How far the counter of a counter-based token may be ahead of ours. */
    public static final int LARGEST_LEAD = 20;

    private Resynchronisation() {}

    /**
     * Where the second of two consecutive codes is.
     *
     * @param first the time steps or counters that the code entered first could belong to
     * @param second the same for the code entered next
     * @return one of {@code second}; empty if the codes are not consecutive
     */
    public static OptionalLong second(List<Long> first, List<Long> second) {
        return second.stream()
                .filter(position -> first.contains(position - 1))
                .mapToLong(Long::longValue)
                .findFirst();
    }
}
