// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.login;

import io.mspmfa.core.enforcement.Obligation;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.policy.UserPolicies;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/** What a user session owes that no floor has looked at: one that was made without a login, or past the floor. */
public final class SessionDebt {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    /** @param userSession of a managed realm, without a valid proof */
    public SessionDebt(KeycloakSession session, UserSessionModel userSession) {
        this.session = session;
        this.realm = userSession.getRealm();
        this.user = userSession.getUser();
    }

    /** Whether a second factor is owed that the session has not passed. */
    public boolean isOwing() {
        // where an identity provider vouches, the floor has said so in a verdict
        Obligation obligation = UserPolicies.obligation(session, realm, user, false);
        return switch (obligation.kind()) {
            case NONE -> false;
            case IF_ENROLLED -> hasFactor();
            case REQUIRED -> hasFactor() || !isInGrace();
        };
    }

    private boolean hasFactor() {
        return SecondFactors.exist(user, UserPolicies.of(session, realm, user));
    }

    private boolean isInGrace() {
        long now = Time.currentTimeSeconds();
        return !new GraceClock(session, realm, user).seenFromOutside(now).isOver(now);
    }
}
