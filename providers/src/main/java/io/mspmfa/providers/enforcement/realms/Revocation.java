// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.realms;

import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.devices.CurrentTerms;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Invalidates sessions, and the devices that would make new ones easy. */
public final class Revocation {
    private Revocation() {}

    /**
     * Ends every session of the realm; refresh and offline tokens from before this second are refused from now on. A
     * tenant can undo Keycloak's "not before", but not that the gate refuses sessions without a proof.
     */
    public static void ofAll(KeycloakSession session, RealmModel realm) {
        ManagedSince.revoke(realm);
        CurrentTerms.beginAnew(realm);
        session.sessions().removeUserSessions(realm);
        realm.setNotBefore((int) ServerTime.seconds());
    }
}
