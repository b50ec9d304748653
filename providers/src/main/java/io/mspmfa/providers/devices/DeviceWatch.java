// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.devices;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * Ends the trust in a user's devices when something happens that can't be seen later by comparing: the user is disabled,
 * and perhaps enabled again, or gets a new password in a directory, which doesn't say since when it has it (R35).
 */
public final class DeviceWatch {
    private static final Pattern USER_PATH = Pattern.compile("users/([^/]+)");
    private static final Pattern PASSWORD_PATH = Pattern.compile("users/([^/]+)/reset-password");

    private DeviceWatch() {}

    /** To be called with each user event that has details. Keycloak's brute-force detection may disable a user. */
    public static void onEvent(KeycloakSession session, Event event) {
        boolean isDisabled = event.getType() == EventType.USER_DISABLED_BY_PERMANENT_LOCKOUT;
        if (event.getUserId() != null && (isDisabled || isNewPassword(event))) {
            new DeviceRows(session).forget(event.getRealmId(), event.getUserId());
        }
    }

    private static boolean isNewPassword(Event event) {
        Map<String, String> details = event.getDetails();
        return event.getType() == EventType.UPDATE_CREDENTIAL
                && PasswordCredentialModel.TYPE.equals(details.get(Details.CREDENTIAL_TYPE));
    }

    /** To be called with each admin event of a managed realm. */
    public static void onAdminEvent(KeycloakSession session, RealmModel realm, AdminEvent event) {
        String path = event.getResourcePath() == null ? "" : event.getResourcePath();
        Matcher user = USER_PATH.matcher(path);
        Matcher password = PASSWORD_PATH.matcher(path);
        if (event.getOperationType() == OperationType.UPDATE && user.matches()) {
            UserModel updated = session.users().getUserById(realm, user.group(1));
            if (updated != null && !updated.isEnabled()) {
                new DeviceRows(session).forget(realm.getId(), updated.getId());
            }
        } else if (password.matches()) {
            new DeviceRows(session).forget(realm.getId(), password.group(1));
        }
    }
}
