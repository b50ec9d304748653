// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.login;

import io.mspmfa.core.enforcement.Obligation;
import io.mspmfa.core.proof.Proof;
import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.devices.TrustedDevices;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.light.LightweightUserAdapter;

/**
 * Decides whether the verdict of a login still stands, because it rests on facts about the user that may have changed
 * since: roles, groups, organisations, the required flag, the link to an identity provider, the trusted device. Only what was verified, a
 * factor, stands for as long as the session does. A verdict is not overturned by a stricter policy for everybody (F11),
 * which the reseller combines with the end of all sessions if it is to apply at once.
 */
public final class StandingVerdict {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    /** @param userSession a session of a managed realm, with its user */
    public StandingVerdict(KeycloakSession session, UserSessionModel userSession) {
        this.session = session;
        this.realm = userSession.getRealm();
        this.user = userSession.getUser();
    }

    /** Whether what the login check recorded is still a reason to owe no factor. */
    public boolean stands(Proof proof) {
        if (proof instanceof Proof.ByGrace grace) {
            return grace.end() > ServerTime.seconds() || !debt().isOwing();
        }
        if (proof instanceof Proof.ByBroker broker) {
            return vouches(broker) || !debt().isOwing();
        }
        if (proof instanceof Proof.ByExemption exemption) {
            return !debt().isOwingSince(exemption.reason());
        }
        if (proof instanceof Proof.ByDevice made) {
            return new TrustedDevices(session, realm, user).stands(made.device()) || !debt().isOwing();
        }
        return proof instanceof Proof.ByFactor || proof instanceof Proof.ByImpersonation || !debt().isOwing();
    }

    /** The same for a session that began before the realm was managed, when nobody was asked. */
    public boolean standsFromBefore() {
        return !debt().isOwingSince(Obligation.Reason.OFF);
    }

    /** Whether the account at the identity provider is still linked to the user. Users who aren't stored have no link. */
    boolean vouches(Proof.ByBroker proof) {
        return LightweightUserAdapter.isLightweightUser(user)
                || session.users()
                        .getFederatedIdentitiesStream(realm, user)
                        .anyMatch(link ->
                                BrokerAlias.word(link.getIdentityProvider()).equals(proof.alias()));
    }

    private UserDebt debt() {
        return new UserDebt(session, realm, user);
    }
}
