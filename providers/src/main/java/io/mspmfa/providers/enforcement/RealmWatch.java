// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement;

import io.mspmfa.providers.attempts.Attempts;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;

/** Follows what happens to realms and users, as far as the floor depends on it. */
final class RealmWatch implements EventListenerProvider {
    private static final String UNLOCK_PATH = "attack-detection/brute-force/users/";

    private final KeycloakSession session;

    RealmWatch(KeycloakSession session) {
        this.session = session;
    }

    /** A whole login with a second factor ends the row of failures (R24). */
    @Override
    public void onEvent(Event event) {
        if (event.getType() == EventType.LOGIN
                && event.getDetails() != null
                && event.getDetails().containsKey(RealmWatchFactory.METHOD_DETAIL)) {
            Attempts.forget(session, event.getRealmId(), event.getUserId());
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        if (event.getResourceType() == ResourceType.REALM && event.getOperationType() == OperationType.UPDATE) {
            ManagedRealms.align(session.realms().getRealm(event.getRealmId()));
        } else if (isUnlock(event)) {
            Attempts.forget(session, event.getRealmId(), event.getResourcePath().substring(UNLOCK_PATH.length()));
        }
    }

    /** An administrator unlocked a user whom Keycloak's brute-force detection had locked. */
    private static boolean isUnlock(AdminEvent event) {
        return event.getResourceType() == ResourceType.USER_LOGIN_FAILURE
                && event.getOperationType() == OperationType.DELETE
                && event.getResourcePath() != null
                && event.getResourcePath().startsWith(UNLOCK_PATH);
    }

    @Override
    public void close() {}
}
