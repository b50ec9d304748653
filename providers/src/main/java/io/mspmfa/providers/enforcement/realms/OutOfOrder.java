// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.realms;

import io.mspmfa.providers.policy.RealmPolicies;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.Set;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Keeps managed realms closed on a server on which this extension can't do its work. The login check refuses people
 * with a page; this refuses whatever else ends in a session or in tokens of a user, since the gate may be missing.
 */
public final class OutOfOrder {
    /** For those who call an API. */
    public static final String REASON =
            "Two-factor authentication doesn't work on this server, so nobody can sign in to"
                    + " realms that require it. The server's log says why, in the error that begins with \"MSP MFA\".";

    private static final Set<EventType> WAYS_IN = EnumSet.of(
            EventType.LOGIN,
            EventType.CODE_TO_TOKEN,
            EventType.REFRESH_TOKEN,
            EventType.TOKEN_EXCHANGE,
            EventType.OAUTH2_DEVICE_CODE_TO_TOKEN,
            EventType.AUTHREQID_TO_TOKEN,
            EventType.PERMISSION_TOKEN,
            EventType.IMPERSONATE);

    private OutOfOrder() {}

    /** Refuses the request that an event comes from, if it would let a user in to a managed realm. */
    public static void inspect(KeycloakSession session, Event event) {
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        if (WAYS_IN.contains(event.getType()) && realm != null && RealmPolicies.isManaged(realm)) {
            Veto.enlist(session, REASON, Response.Status.SERVICE_UNAVAILABLE);
        }
    }
}
