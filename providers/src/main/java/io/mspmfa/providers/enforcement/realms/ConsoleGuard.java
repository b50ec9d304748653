// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.realms;

import io.mspmfa.providers.consoleclient.ConsoleClient;
import jakarta.ws.rs.core.Response;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Protects the client of the console. After each administrative change of a client, a tenant's administrator who has
 * changed this one, or made one with its id, is refused; a change by anyone above the tenant is undone.
 */
public final class ConsoleGuard {
    /** What is reported about a client and its parts, such as mappers and scopes, is below this path. */
    private static final String CLIENTS = "clients/";

    private static final String REASON = "The client " + ConsoleClient.ID + " belongs to the console of two-factor"
            + " authentication, which makes it itself. It can't be changed.";

    private ConsoleGuard() {}

    /** Checks a realm after a change, in the transaction of the change. */
    public static void inspect(KeycloakSession session, RealmModel realm, AdminEvent event) {
        String path = event.getResourcePath();
        if (path == null || !path.startsWith(CLIENTS) || !ConsoleClient.isDamaged(realm)) {
            return;
        }
        if (new Guard(session).isByTenant(event)) {
            Veto.enlist(session, REASON, Response.Status.FORBIDDEN);
        } else {
            ConsoleClient.align(realm);
        }
    }
}
