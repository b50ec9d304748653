// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.realms;

import io.mspmfa.providers.ids.ActionIds;
import io.mspmfa.providers.policy.RealmPolicies;
import jakarta.ws.rs.core.Response;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.managers.RealmManager;

/**
 * Protects enforcement and self-service. After each administrative change, checks in the database what has become of
 * the required actions: damage done by a tenant's administrator is refused and rolled back; damage done by anyone above
 * the tenant, or in any other way, is repaired.
 */
public final class Guard {
    private static final String REASON = "Two-factor authentication is managed in this realm: its required actions, "
            + String.join(", ", ManagedRealms.actions()) + ", have to keep their names and stay enabled, and "
            + ActionIds.LOGIN_CHECK + " before all others.";

    private final KeycloakSession session;

    /** @param session Keycloak's session of this request */
    public Guard(KeycloakSession session) {
        this.session = session;
    }

    /** Whether a change was made by an administrator of the tenant itself rather than of {@code master}. */
    public boolean isByTenant(AdminEvent event) {
        String master =
                new RealmManager(session).getKeycloakAdministrationRealm().getId();
        return event.getAuthDetails() != null
                && !master.equals(event.getAuthDetails().getRealmId());
    }

    /** Checks a realm after a change, in the transaction of the change. */
    public void inspect(RealmModel realm, AdminEvent event) {
        if (!RealmPolicies.isManaged(realm)) {
            return;
        }
        StoredActions.reload(session, realm);
        if (Wholeness.isWhole(realm)) {
            return;
        }
        if (isByTenant(event)) {
            Veto.enlist(session, REASON, Response.Status.FORBIDDEN);
        } else {
            ManagedRealms.align(realm);
        }
    }
}
