// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.summary;

import io.mspmfa.core.enforcement.GracePeriod;
import io.mspmfa.core.policy.Method;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up the users of one realm, group by group, according to its policy. */
final class Tally {
    private final CountedRealm realm;
    private final boolean asksHoldersOnly;
    private final int counting;
    private final int countingForAdministrators;
    private final SortedMap<String, Long> byMethod = new TreeMap<>();
    private long users;
    private long enrolled;
    private long required;
    private long mustEnrol;
    private long inGrace;
    private long locked;
    private long adminsWithoutMfa;

    /** @param asksHoldersOnly whether the policy requires a factor only of holders of certain roles, all of which exist */
    Tally(CountedRealm realm, boolean asksHoldersOnly) {
        this.realm = realm;
        this.asksHoldersOnly = asksHoldersOnly;
        this.counting = MethodBits.under(realm.policy());
        this.countingForAdministrators = MethodBits.forAdministrators(realm.policy());
    }

    /**
     * Users of whom the same is known.
     *
     * @param methods those that they have set up, as {@link MethodBits}
     * @param administrators whether they may administer the realm; only told where this decides what counts
     * @param flagged whether a factor is required of each of them individually
     * @param locked whether they are locked after wrong codes
     * @param exempt whether they have a role that the policy exempts
     * @param holders whether they have a role of whose holders it requires a factor
     */
    record Group(
            int methods, boolean administrators, boolean flagged, boolean locked, boolean exempt, boolean holders) {}

    void add(Group group, long number) {
        users += number;
        boolean isEnrolled = isEnrolled(group.methods(), group.administrators());
        if (isEnrolled) {
            enrolled += number;
        }
        if (mustHaveFactor(group)) {
            required += number;
            mustEnrol += isEnrolled ? 0 : number;
        }
        if (group.locked()) {
            locked += number;
        }
        for (Method method : MethodBits.methods(group.methods() & counting)) {
            byMethod.merge(method.json(), number, Long::sum);
        }
    }

    /** The same decision as {@code Obligation} makes for one user who doesn't come through an identity provider. */
    private boolean mustHaveFactor(Group group) {
        boolean byPolicy = realm.asksByPolicy() && !group.exempt() && (!asksHoldersOnly || group.holders());
        return realm.managed() && (group.flagged() || byPolicy);
    }

    /** A user whose grace began at a moment, in seconds since the epoch. */
    void addGrace(long start, int methods, boolean administrator, long now) {
        int days = realm.graceDays();
        if (days > 0 && start > GracePeriod.latestStartOver(now, days) && !isEnrolled(methods, administrator)) {
            inGrace++;
        }
    }

    /** Enabled administrators who have set up these methods. */
    void addAdministrators(int methods, long number) {
        if (!isEnrolled(methods, true)) {
            adminsWithoutMfa += number;
        }
    }

    private boolean isEnrolled(int methods, boolean administrator) {
        return (methods & (administrator ? countingForAdministrators : counting)) != 0;
    }

    RealmSummary summary() {
        return new RealmSummary(users, enrolled, required, mustEnrol, inGrace, locked, byMethod, adminsWithoutMfa);
    }
}
