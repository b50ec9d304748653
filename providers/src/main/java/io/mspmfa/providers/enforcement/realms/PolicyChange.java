// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.realms;

import io.mspmfa.providers.policy.Floors;
import io.mspmfa.providers.policy.RealmPolicies;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Writes policies, and all that has to follow from it in the same transaction. Whether the caller may, and whether the
 * text can be read, is for the caller to have checked.
 */
public final class PolicyChange {
    private PolicyChange() {}

    /** Stores the realm's own policy. */
    public static void putOwn(RealmModel realm, String json) {
        realm.setAttribute(RealmPolicies.ATTRIBUTE, json);
        ManagedRealms.align(realm);
    }

    /** Removes the realm's own policy. */
    public static void deleteOwn(RealmModel realm) {
        realm.removeAttribute(RealmPolicies.ATTRIBUTE);
        ManagedRealms.align(realm);
    }

    /** Stores the reseller's floor. */
    public static void putFloor(RealmModel realm, String json) {
        Floors.setAttribute(realm, Floors.ATTRIBUTE, json);
        ManagedRealms.align(realm);
    }

    /** Removes the reseller's floor. */
    public static void deleteFloor(RealmModel realm) {
        Floors.removeAttribute(realm, Floors.ATTRIBUTE);
        ManagedRealms.align(realm);
    }

    /**
     * Ends every session of the realm; refresh and offline tokens from before this second are refused from now on. A
     * tenant can take Keycloak's "not before" back, but not what the gate has against sessions without a proof.
     */
    public static void revokeSessions(KeycloakSession session, RealmModel realm) {
        ManagedSince.revoke(realm);
        session.sessions().removeUserSessions(realm);
        realm.setNotBefore((int) Time.currentTimeSeconds());
    }
}
