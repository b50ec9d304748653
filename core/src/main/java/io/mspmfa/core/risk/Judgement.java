// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk;

import java.util.List;
import java.util.Optional;

/**
 * What a login is worth.
 *
 * @param challenge whether the user must be asked for a second factor
 * @param score 0 to 100
 * @param reasons the words of the signals that added points, those with most points first
 * @param failure what went wrong, for the log; empty unless the reason is {@link #SIGNAL_FAILED}
 */
public record Judgement(boolean challenge, int score, List<String> reasons, Optional<Throwable> failure) {
    /** The highest score, which is also that of a login that can't be judged. */
    public static final int MOST = 100;

    /** The reason if the server found no address. */
    public static final String NO_ADDRESS = "no_address";

    /** The reason if the user's history can't be read. */
    public static final String UNREADABLE_HISTORY = "unreadable_history";

    /** The reason if a signal threw an exception. */
    public static final String SIGNAL_FAILED = "signal_failed";

    public Judgement {
        reasons = List.copyOf(reasons);
    }

    /** A login that can't be judged is challenged, whatever the threshold (R38). */
    static Judgement impossible(String reason) {
        return new Judgement(true, MOST, List.of(reason), Optional.empty());
    }

    static Judgement failed(Throwable failure) {
        return new Judgement(true, MOST, List.of(SIGNAL_FAILED), Optional.of(failure));
    }
}
