// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.tables;

import io.mspmfa.providers.credentials.DeletedCredential;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.policy.RealmPolicies;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Forgets what is stored about credentials that are removed or replaced, on our pages or Keycloak's, as far as there is an
 * event. What was removed without one is forgotten at the user's next.
 */
public final class RemovedCredentials {
    private RemovedCredentials() {}

    /** To be called with each user event that has details. */
    public static void onEvent(KeycloakSession session, Event event) {
        if (event.getType() != EventType.REMOVE_CREDENTIAL && event.getType() != EventType.UPDATE_CREDENTIAL) {
            return;
        }
        String type = event.getDetails().getOrDefault(Details.CREDENTIAL_TYPE, "");
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        boolean isManaged = realm != null && event.getUserId() != null && RealmPolicies.isManaged(realm);
        if (isManaged && SecondFactors.kindOf(type).isPresent()) {
            forget(session, event.getRealmId(), event.getUserId());
        }
    }

    /** To be called with each admin event of a managed realm. */
    public static void onAdminEvent(KeycloakSession session, AdminEvent event) {
        DeletedCredential.of(event).ifPresent(deleted -> forget(session, event.getRealmId(), deleted.userId()));
    }

    /** To be called when credentials of a user were removed, in the request's transaction. One statement for each table. */
    public static void forget(KeycloakSession session, String realmId, String userId) {
        Tables.OF_CREDENTIALS.forEach(rows -> rows.forgetRemoved(session, realmId, userId));
    }
}
