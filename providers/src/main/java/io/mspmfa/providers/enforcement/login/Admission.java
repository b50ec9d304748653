// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.login;

import io.mspmfa.providers.enforcement.realms.ManagedSince;
import io.mspmfa.providers.links.EnrolmentLinks;
import io.mspmfa.providers.policy.RealmPolicies;
import io.mspmfa.providers.proof.SessionProofs;
import io.mspmfa.providers.serviceaccounts.ServiceAccounts;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/**
 * Decides whether a user session may be turned into tokens or assertions. Fails closed in managed realms; in others it
 * has no effect. Reads the session's signed proof, and accesses the database only for sessions that have none.
 */
public final class Admission {
    /** The error in the event of a refusal. */
    public static final String REFUSED = "msp_mfa_required";

    private final KeycloakSession session;

    public Admission(KeycloakSession session) {
        this.session = session;
    }

    /** Whether the session has met the policy. */
    public boolean admits(UserSessionModel userSession) {
        RealmModel realm = userSession.getRealm();
        UserModel user = userSession.getUser();
        if (!RealmPolicies.isManaged(realm) || user == null || ServiceAccounts.began(session, userSession)) {
            return true;
        }
        if (userSession.getNote(EnrolmentLinks.SESSION_NOTE) != null) {
            return false; // no password led to it
        }
        StandingVerdict verdict = new StandingVerdict(session, userSession);
        return new SessionProofs(session, realm)
                .inSession(userSession)
                .filter(proof -> proof.time() >= ManagedSince.revokedAt(realm))
                .map(verdict::stands)
                .orElseGet(
                        () -> isFromBefore(userSession) ? verdict.standsFromBefore() : !isOwingForTokens(userSession));
    }

    /** Whether the session began before the realm was managed, and has not been revoked since. */
    private static boolean isFromBefore(UserSessionModel userSession) {
        RealmModel realm = userSession.getRealm();
        return userSession.getStarted() < ManagedSince.of(realm)
                && userSession.getStarted() >= ManagedSince.revokedAt(realm);
    }

    private boolean isOwingForTokens(UserSessionModel userSession) {
        return new UserDebt(session, userSession.getRealm(), userSession.getUser()).isOwingForTokens();
    }
}
