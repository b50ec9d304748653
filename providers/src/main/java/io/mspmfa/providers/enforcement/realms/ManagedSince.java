// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.realms;

import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.policy.Floors;
import io.mspmfa.providers.policy.RealmPolicies;
import org.keycloak.models.RealmModel;

/**
 * The moment since which a realm has been managed. Sessions from before it were never checked, and stay valid until
 * they end (F11); later ones have a recorded proof. The moment is stored with the floor, out of the tenant's reach, and
 * does not change with the policy: anyone who could move it could make every session count as an old one.
 */
public final class ManagedSince {
    private static final String ATTRIBUTE = "msp.mfa.since";
    private static final String REVOKED = "msp.mfa.revoked";
    private static final String NEVER = "0";

    private ManagedSince() {}

    /** The moment in seconds since the epoch; 0 if none was recorded, so that no session counts as older. */
    public static long of(RealmModel realm) {
        return Floors.attribute(realm, ATTRIBUTE).map(Long::valueOf).orElse(0L);
    }

    /** Records the moment when the realm becomes managed, and forgets it when it is no longer managed. */
    static void observe(RealmModel realm) {
        boolean managed = RealmPolicies.isManaged(realm);
        boolean recorded = Floors.attribute(realm, ATTRIBUTE).isPresent();
        if (managed && !recorded) {
            Floors.setAttribute(realm, ATTRIBUTE, Long.toString(ServerTime.seconds()));
        } else if (!managed && recorded) {
            // what has been revoked stays revoked
            Floors.removeAttribute(realm, ATTRIBUTE);
        }
    }

    /** When all sessions were revoked, in seconds since the epoch; proofs from before it don't count. 0 if never. */
    public static long revokedAt(RealmModel realm) {
        return Floors.attribute(realm, REVOKED).map(Long::valueOf).orElse(0L);
    }

    /** Revokes the proofs of all sessions, independently of the realm's own "not before". */
    static void revoke(RealmModel realm) {
        Floors.setAttribute(realm, ATTRIBUTE, NEVER);
        Floors.setAttribute(realm, REVOKED, Long.toString(ServerTime.seconds()));
    }
}
