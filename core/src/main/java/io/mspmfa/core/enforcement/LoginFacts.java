// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.enforcement;

import java.util.Set;

/**
 * What is known of a login when it wants to end, as far as it decides whether a second factor is still owed.
 *
 * @param obligation what the user owes
 * @param facts what is true of the login and its user
 */
public record LoginFacts(Obligation obligation, Set<Fact> facts) {

    /** Something that is true of a login, or is not. */
    public enum Fact {
        /** The user has a second factor that counts. */
        HAS_FACTOR,
        /** A second factor was verified in this authentication session, and the user has it still. */
        PROVEN_IN_THIS_LOGIN,
        /** The SSO cookie alone let the user in. */
        CONTINUES_SESSION,
        /** The user session holds a proof by a factor that the user still has. */
        PROVEN_IN_SESSION,
        /** This is a mail link's errand, which ends in a notice instead of a session. */
        ENDS_WITHOUT_SESSION,
        /** Another required action waits. */
        OTHER_ACTION_PENDING,
        /** The user once had backup codes and has none left. */
        BACKUP_CODES_USED_UP,
        /** An administrator of the realm {@code master} acts in the user's name. */
        IMPERSONATED_BY_MASTER,
        /** The user may still put the set-up off. */
        IN_GRACE,
        /** The user did so, in this login or in the session that it continues. */
        POSTPONED
    }

    public LoginFacts {
        facts = Set.copyOf(facts);
    }

    /** What is owed. */
    public LoginAnswer answer() {
        return LoginRule.of(this).answer().apply(this);
    }

    boolean is(Fact fact) {
        return facts.contains(fact);
    }

    /** A proof of this login is enough, and so is one of the session that the cookie, and nothing else, goes on with. */
    boolean isProven() {
        return is(Fact.PROVEN_IN_THIS_LOGIN) || (is(Fact.CONTINUES_SESSION) && is(Fact.PROVEN_IN_SESSION));
    }
}
