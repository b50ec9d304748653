// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.enforcement;

import java.util.Set;

/**
 * The facts about a login that is about to finish from which {@link LoginRule} decides whether a second factor is still
 * owed.
 *
 * @param obligation what the user owes
 * @param facts what is true of the login and its user
 */
public record LoginFacts(Obligation obligation, Set<Fact> facts) {

    /** Something that is either true or not true of a login. */
    public enum Fact {
        /** The user has a second factor that counts. */
        HAS_FACTOR,
        /** A second factor was verified in this authentication session, and the user still has it. */
        PROVEN_IN_THIS_LOGIN,
        /** The SSO cookie alone let the user in. */
        CONTINUES_SESSION,
        /** The user session contains a proof by a factor that the user still has. */
        PROVEN_IN_SESSION,
        /** The login was started by a link in an e-mail and ends with a notice instead of a session. */
        ENDS_WITHOUT_SESSION,
        /** Another required action is pending. */
        OTHER_ACTION_PENDING,
        /** The user once had backup codes and has none left. */
        BACKUP_CODES_USED_UP,
        /** An administrator of the realm {@code master} is impersonating the user. */
        IMPERSONATED_BY_MASTER,
        /** The user may still postpone setting up a factor. */
        IN_GRACE,
        /** The user postponed it in this login, or in the session that this login continues. */
        POSTPONED,
        /** The login comes from a device that the user has marked as trusted, and that still is. */
        TRUSTED_DEVICE,
        /** The policy lets risk decide, and that of this login, or of the session that it continues, is low. */
        LOW_RISK
    }

    public LoginFacts {
        facts = Set.copyOf(facts);
    }

    /** What the login still needs. */
    public LoginAnswer answer() {
        return LoginRule.of(this).answer().apply(this);
    }

    boolean is(Fact fact) {
        return facts.contains(fact);
    }

    /**
     * A proof from this login is enough. A proof from the session counts only if the SSO cookie alone let the user in.
     */
    boolean isProven() {
        return is(Fact.PROVEN_IN_THIS_LOGIN) || (is(Fact.CONTINUES_SESSION) && is(Fact.PROVEN_IN_SESSION));
    }
}
