// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.login;

import io.mspmfa.core.enforcement.LoginAnswer;
import io.mspmfa.core.enforcement.LoginFacts;
import io.mspmfa.core.enforcement.LoginFacts.Fact;
import io.mspmfa.core.enforcement.Obligation;
import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.factors.SecondFactors;
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

    /** Whether the user owes a factor that they have. */
    boolean isFactorOwed() {
        return answer() == LoginAnswer.CHALLENGE;
    }

    private LoginAnswer answer() {
        // if an identity provider vouches, the login check has recorded this as a proof
        Obligation obligation = UserPolicies.obligation(session, realm, user, false);
        Set<Fact> facts = EnumSet.of(Fact.POSTPONED);
        if (SecondFactors.exist(user, UserPolicies.of(session, realm, user))) {
            facts.add(Fact.HAS_FACTOR);
        } else if (obligation.kind() == Obligation.Kind.REQUIRED && isInGrace()) {
            facts.add(Fact.IN_GRACE);
        }
        return new LoginFacts(obligation, facts).answer();
    }

    private boolean isInGrace() {
        long now = ServerTime.seconds();
        return !new GraceClock(session, realm, user).seenFromOutside(now).isOver(now);
    }
}
