// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.login;

import io.mspmfa.core.enforcement.LoginAnswer;
import io.mspmfa.core.enforcement.LoginFacts;
import io.mspmfa.core.enforcement.LoginFacts.Fact;
import io.mspmfa.core.enforcement.Obligation;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.policy.RealmPolicies;
import io.mspmfa.providers.policy.UserPolicies;
import java.util.EnumSet;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Decides what a user owes without a login: by the same rules as for a login that has proved nothing, and in which the
 * user has postponed if there is grace.
 */
public final class UserDebt {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    /** @param realm a managed realm */
    public UserDebt(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.user = user;
    }

    /** Whether a second factor is owed, whether the user has one or must set one up. */
    public boolean isOwing() {
        return answer() != LoginAnswer.NOTHING;
    }

    /**
     * The same at a token response. If no login has started the user's days of grace, this does: some grants never show a
     * page.
     */
    public boolean isOwingForTokens() {
        boolean owing = isOwing();
        if (!owing && obligation().kind() == Obligation.Kind.REQUIRED && !hasFactor()) {
            new GraceClock(session, realm, user).period();
        }
        return owing;
    }

    /** Whether the user is asked for a factor, now or once the days of grace are over. */
    boolean isAskedSoonerOrLater() {
        return obligation().kind() == Obligation.Kind.REQUIRED || isOwing();
    }

    /**
     * Whether a user owes a factor now who owed none when a verdict was recorded, because of something about this user:
     * the required flag, a role, an organisation. A policy that has become stricter for everybody doesn't count.
     *
     * @param then why nothing was owed
     */
    boolean isOwingSince(Obligation.Reason then) {
        Obligation now = obligation();
        if (then == Obligation.Reason.RISK && now.reason() == then) {
            return false; // judged in its login
        }
        return now.kind() == Obligation.Kind.REQUIRED && (isByRole(then) || isIndividual(now)) && isOwing();
    }

    private static boolean isByRole(Obligation.Reason reason) {
        return reason == Obligation.Reason.EXEMPT_ROLE || reason == Obligation.Reason.NO_REQUIRED_ROLE;
    }

    private boolean isIndividual(Obligation now) {
        boolean byOrganisation = !RealmPolicies.of(realm).requiresFactor();
        return now.reason() == Obligation.Reason.FLAG
                || byOrganisation
                || !UserPolicies.of(session, realm, user)
                        .get(PolicyField.REQUIRED_ROLES)
                        .isEmpty();
    }

    /** If an identity provider vouches, the login check has recorded this as a proof. */
    private Obligation obligation() {
        return UserPolicies.obligation(session, realm, user, false);
    }

    private LoginAnswer answer() {
        Obligation obligation = obligation();
        Set<Fact> facts = EnumSet.of(Fact.POSTPONED);
        if (hasFactor()) {
            facts.add(Fact.HAS_FACTOR);
        } else if (obligation.kind() == Obligation.Kind.REQUIRED && isInGrace()) {
            facts.add(Fact.IN_GRACE);
        }
        return new LoginFacts(obligation, facts).answer();
    }

    private boolean hasFactor() {
        return SecondFactors.exist(user, UserPolicies.of(session, realm, user));
    }

    private boolean isInGrace() {
        long now = ServerTime.seconds();
        return !new GraceClock(session, realm, user).seenFromOutside(now).isOver(now);
    }
}
