// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.realms;

import io.mspmfa.providers.policy.Floors;
import io.mspmfa.providers.policy.RealmPolicies;
import org.keycloak.common.util.Time;
import org.keycloak.models.RealmModel;

/**
 * The moment since which a realm has been managed. Sessions from before it never met the floor and stay valid until they
 * end (F11); later ones have its verdict. It is kept where the floor is, out of the tenant's reach, and does not follow
 * changes of a policy: who could move it could make every session an old one.
 */
public final class ManagedSince {
    private static final String ATTRIBUTE = "msp.mfa.since";
    private static final String REVOKED = "msp.mfa.revoked";
    private static final String NEVER = "0";

    private ManagedSince() {}

    /** The moment in seconds since the epoch; 0 where none was recorded, so that no session counts as older. */
    public static long of(RealmModel realm) {
        return Floors.attribute(realm, ATTRIBUTE).map(Long::valueOf).orElse(0L);
    }

    /** Records the moment where the realm has become managed, forgets it where it is no longer. */
    static void observe(RealmModel realm) {
        boolean managed = RealmPolicies.isManaged(realm);
        boolean recorded = Floors.attribute(realm, ATTRIBUTE).isPresent();
        if (managed && !recorded) {
            Floors.setAttribute(realm, ATTRIBUTE, Long.toString(Time.currentTimeSeconds()));
        } else if (!managed && recorded) {
            // what was revoked stays revoked
            Floors.removeAttribute(realm, ATTRIBUTE);
        }
    }

    /** When all sessions were revoked, in seconds since the epoch: no proof from before it counts; 0 where never. */
    public static long revokedAt(RealmModel realm) {
        return Floors.attribute(realm, REVOKED).map(Long::valueOf).orElse(0L);
    }

    /** Revokes what sessions have to show for themselves, whatever becomes of the realm's own "not before". */
    static void revoke(RealmModel realm) {
        Floors.setAttribute(realm, ATTRIBUTE, NEVER);
        Floors.setAttribute(realm, REVOKED, Long.toString(Time.currentTimeSeconds()));
    }
}
