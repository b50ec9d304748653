// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.devices;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Ends the trust in the devices of users who are disabled: they are not trusted either once the user is enabled again. */
public final class DisabledUsers {
    private static final Pattern USER_PATH = Pattern.compile("users/([^/]+)");

    private DisabledUsers() {}

    /** To be called with each user event: Keycloak's brute-force detection may disable a user for good. */
    public static void onEvent(KeycloakSession session, Event event) {
        if (event.getType() == EventType.USER_DISABLED_BY_PERMANENT_LOCKOUT && event.getUserId() != null) {
            new DeviceRows(session).forget(event.getRealmId(), event.getUserId());
        }
    }

    /** To be called with each admin event of a managed realm. */
    public static void onAdminEvent(KeycloakSession session, RealmModel realm, AdminEvent event) {
        Matcher path = USER_PATH.matcher(event.getResourcePath() == null ? "" : event.getResourcePath());
        if (event.getOperationType() == OperationType.UPDATE && path.matches()) {
            UserModel user = session.users().getUserById(realm, path.group(1));
            if (user != null && !user.isEnabled()) {
                new DeviceRows(session).forget(realm.getId(), user.getId());
            }
        }
    }
}
