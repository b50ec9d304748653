// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.attempts;

import io.mspmfa.core.attempts.AttemptRules;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.store.SharedStore;
import io.mspmfa.providers.users.UserRecords;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.LongConsumer;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

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

    /** Failures further apart than this are not consecutive. Also limits what the cache keeps for a user. */
    private static final long REMEMBERED_SECONDS = 30L * 24 * 60 * 60;

    /** Attempts that were given back leave gaps in the sequence, at most as many as were in progress at once. */
    private static final int LARGEST_GAP = 3;

    private static final String END = "end";

    private final SingleUseObjectProvider store;
    private final AttemptRules rules;
    private final String prefix;
    private final LongConsumer lock;

    /**
     * @param lock is told until when the user is locked, in seconds since the epoch; MAX_VALUE until an administrator
     *     unlocks the user
     */
    Attempts(SingleUseObjectProvider store, AttemptRules rules, String realmId, String userId, LongConsumer lock) {
        this.store = store;
        this.rules = rules;
        this.prefix = prefix(realmId, userId);
        this.lock = lock;
    }

    /** The attempts of a user under the user's policy. */
    public static Attempts of(KeycloakSession session, RealmModel realm, UserModel user, Policy policy) {
        AttemptRules rules =
                new AttemptRules(policy.get(PolicyField.MAX_ATTEMPTS), policy.get(PolicyField.LOCK_SECONDS));
        return new Attempts(
                SharedStore.of(session),
                rules,
                realm.getId(),
                user.getId(),
                until -> report(session, realm, user, until));
    }

    /** For the status list. In a separate transaction, because a refused password grant rolls back its own. */
    private static void report(KeycloakSession session, RealmModel realm, UserModel user, long until) {
        KeycloakModelUtils.runJobInTransaction(
                session.getKeycloakSessionFactory(), own -> UserRecords.locked(own, realm, user, until));
    }

    /**
     * Forgets a user's failures: after a complete login with a second factor, or when an administrator unlocks the
     * user.
     */
    public static void forget(KeycloakSession session, String realmId, String userId) {
        SharedStore.of(session).inOneTransaction(store -> forget(store, realmId, userId));
    }

    static void forget(SingleUseObjectProvider store, String realmId, String userId) {
        String prefix = prefix(realmId, userId);
        int absent = 0;
        for (int attempt = 1; attempt <= AttemptRules.HARD_STOP && absent < LARGEST_GAP; attempt++) {
            absent = store.remove(prefix + attempt) == null ? absent + 1 : 0;
            if (absent == 0) {
                store.remove(pauseKey(prefix, attempt + 1));
            }
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
            lock.accept(Long.MAX_VALUE);
            return Verdict.locked(UNTIL_UNLOCKED);
        }
        if (rules.endsRound(attempt)) {
            int seconds = secondsOfPauseBefore(attempt + 1);
            lock.accept(ServerTime.seconds() + seconds);
            return Verdict.locked(seconds);
        }
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
            store.put(key, REMEMBERED_SECONDS, Map.of(END, Long.toString(ServerTime.seconds() + seconds)));
            return seconds;
        }
        return (int) Math.max(0, Long.parseLong(pause.getOrDefault(END, "0")) - ServerTime.seconds());
    }

    private static String prefix(String realmId, String userId) {
        return "msp.mfa.attempt." + realmId + "." + userId + ".";
    }

    private static String pauseKey(String prefix, int attempt) {
        return prefix + "before." + attempt;
    }
}
