// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.attempts;

import io.mspmfa.core.attempts.AttemptRules;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.compatibility.ServerTime;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.UserModel;

/**
 * Counts consecutive wrong codes of one user, whatever factor, page, session or node they were entered at (R21, R23).
 *
 * <p>Before a code is checked, an attempt takes the lowest free number in a sequence. Taking a number is atomic across
 * the cluster ({@code SingleUseObjectProvider.putIfAbsent}), so that twenty parallel guesses take twenty numbers
 * instead of one. A correct code gives its number back; a complete login (R24) gives back all of them. If a node dies
 * between taking a number and answering, that attempt counts as failed.
 */
public final class Attempts {
    /** Instead of a number of seconds: until an administrator unlocks the user. */
    public static final int UNTIL_UNLOCKED = -1;

    /** Failures further apart than this are not consecutive. Also limits what is kept for a user. */
    static final long REMEMBERED_SECONDS = 30L * 24 * 60 * 60;

    /** Attempts that were given back leave gaps in the sequence, at most as many as were in progress at once. */
    private static final int LARGEST_GAP = 3;

    private static final String END = "end";

    private final SingleUseObjectProvider store;
    private final AttemptRules rules;
    private final String prefix;
    private final Failures failures;

    /** Is told of each attempt that failed. */
    @FunctionalInterface
    interface Failures {
        /**
         * Keeps a failure.
         *
         * @param attempt the number of the attempt, from 1
         * @param lockedUntil until when the user is locked, in seconds since the epoch; MAX_VALUE until an administrator
         *     unlocks the user; 0 if not locked
         */
        void keep(int attempt, long lockedUntil);
    }

    Attempts(SingleUseObjectProvider store, AttemptRules rules, String realmId, String userId, Failures failures) {
        this.store = store;
        this.rules = rules;
        this.prefix = prefix(realmId, userId);
        this.failures = failures;
    }

    /** The attempts of a user under the user's policy. */
    public static Attempts of(KeycloakSession session, RealmModel realm, UserModel user, Policy policy) {
        AttemptRules rules =
                new AttemptRules(policy.get(PolicyField.MAX_ATTEMPTS), policy.get(PolicyField.LOCK_SECONDS));
        return new Attempts(
                AttemptMemory.store(session),
                rules,
                realm.getId(),
                user.getId(),
                (attempt, until) -> AttemptMemory.keep(session, realm, user, attempt, until));
    }

    /**
     * Forgets a user's failures: after a complete login with a second factor, or when an administrator unlocks the
     * user.
     *
     * @return whether there were any
     */
    public static boolean forget(KeycloakSession session, String realmId, String userId) {
        AtomicBoolean any = new AtomicBoolean();
        AttemptMemory.store(session).inOneTransaction(store -> any.set(forget(store, realmId, userId)));
        if (any.get()) {
            AttemptMemory.forget(session, realmId, userId);
        }
        return any.get();
    }

    /** Whether there were any. */
    static boolean forget(SingleUseObjectProvider store, String realmId, String userId) {
        String prefix = prefix(realmId, userId);
        boolean any = false;
        int absent = 0;
        for (int attempt = 1; attempt <= AttemptRules.HARD_STOP && absent < LARGEST_GAP; attempt++) {
            absent = store.remove(prefix + attempt) == null ? absent + 1 : 0;
            if (absent == 0) {
                any = true;
                store.remove(pauseKey(prefix, attempt + 1));
            }
        }
        return any;
    }

    /** Counts an earlier failure again. */
    static void recall(SingleUseObjectProvider store, AttemptRow row) {
        String prefix = prefix(row.realmId, row.userId);
        long seconds = row.failed + REMEMBERED_SECONDS - ServerTime.seconds();
        if (seconds > 0 && store.putIfAbsent(prefix + row.attempt, seconds) && row.lockedUntil > 0) {
            setPause(store, pauseKey(prefix, row.attempt + 1), row.lockedUntil);
        }
    }

    /** How long the user still has to wait, in seconds; 0 if not locked; or {@link #UNTIL_UNLOCKED}. */
    public int secondsLocked() {
        for (int attempt = 1; attempt <= AttemptRules.HARD_STOP; attempt++) {
            int pause = secondsOfPauseBefore(attempt);
            if (pause > 0) {
                return pause;
            }
            if (!store.contains(prefix + attempt)) {
                return 0;
            }
        }
        return UNTIL_UNLOCKED;
    }

    /**
     * Takes an attempt; to be followed by {@link #succeeded} or {@link #failed}.
     *
     * @return the attempt's number; empty if the user has to wait
     */
    public OptionalInt begin() {
        for (int attempt = 1; attempt <= AttemptRules.HARD_STOP; attempt++) {
            if (secondsOfPauseBefore(attempt) > 0) {
                return OptionalInt.empty();
            }
            if (store.putIfAbsent(prefix + attempt, REMEMBERED_SECONDS)) {
                return OptionalInt.of(attempt);
            }
        }
        return OptionalInt.empty();
    }

    /**
     * Gives an attempt back, because its code was correct. Earlier failures still count until the login is complete.
     */
    public void succeeded(int attempt) {
        store.remove(prefix + attempt);
    }

    /** Keeps an attempt taken, because its code was wrong. */
    public Verdict failed(int attempt) {
        if (attempt >= AttemptRules.HARD_STOP) {
            failures.keep(attempt, Long.MAX_VALUE);
            return Verdict.locked(UNTIL_UNLOCKED);
        }
        if (rules.endsRound(attempt)) {
            int seconds = secondsOfPauseBefore(attempt + 1);
            failures.keep(attempt, ServerTime.seconds() + seconds);
            return Verdict.locked(seconds);
        }
        failures.keep(attempt, 0);
        return Verdict.wrong(rules.max() - attempt % rules.max());
    }

    /** The verdict for a code that was refused without being checked. */
    public Verdict locked() {
        int seconds = secondsLocked();
        // the pause may have ended since begin() ran into it
        return Verdict.locked(seconds == 0 ? 1 : seconds);
    }

    /**
     * What is left of the pause before an attempt, in seconds. The first call starts the clock, so that a pause begins
     * even if the node that counted the last failure has died.
     */
    private int secondsOfPauseBefore(int attempt) {
        int round = rules.roundOf(attempt);
        if (round == 0 || !rules.endsRound(attempt - 1)) {
            return 0;
        }
        String key = pauseKey(prefix, attempt);
        Map<String, String> pause = store.get(key);
        if (pause == null) {
            int seconds = rules.pauseBefore(round);
            setPause(store, key, ServerTime.seconds() + seconds);
            return seconds;
        }
        return (int) Math.max(0, Long.parseLong(pause.getOrDefault(END, "0")) - ServerTime.seconds());
    }

    private static void setPause(SingleUseObjectProvider store, String key, long end) {
        store.put(key, REMEMBERED_SECONDS, Map.of(END, Long.toString(end)));
    }

    private static String prefix(String realmId, String userId) {
        return "msp.mfa.attempt." + realmId + "." + userId + ".";
    }

    private static String pauseKey(String prefix, int attempt) {
        return prefix + "before." + attempt;
    }
}
