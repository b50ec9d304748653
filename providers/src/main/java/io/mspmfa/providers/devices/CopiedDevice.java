// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.devices;

import io.mspmfa.providers.ids.EventDetails;
import io.mspmfa.providers.notifications.Notice;
import io.mspmfa.providers.notifications.Notifications;
import io.mspmfa.providers.risk.profiles.Profiles;
import java.util.Optional;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Ends the trust in a device of which somebody else has, or had, a copy of its cookie, and tells so. */
final class CopiedDevice {
    private static final String ERROR = "msp_mfa_device_copied";

    private CopiedDevice() {}

    /** In a transaction of its own; tells by an event and an e-mail to its owner. */
    static void revoke(KeycloakSession session, RealmModel realm, UserModel user, String id) {
        KeycloakModelUtils.runJobInTransaction(session.getKeycloakSessionFactory(), own -> {
            new DeviceRows(own).forget(realm.getId(), user.getId(), id);
            new Profiles(own).forget(realm.getId(), user.getId()); // whoever has copied one cookie has copied them all
        });
        report(session, realm, user, id);
    }

    private static void report(KeycloakSession session, RealmModel realm, UserModel user, String id) {
        EventBuilder event = new EventBuilder(
                        realm, session, session.getContext().getConnection())
                .event(EventType.LOGIN_ERROR)
                .user(user)
                .detail(EventDetails.DEVICE, EventDetails.COPIED)
                .detail(EventDetails.DEVICE_ID, id);
        Optional.ofNullable(session.getContext().getClient()).ifPresent(event::client);
        event.error(ERROR);
        Notifications.send(session, realm, user, Notice.DEVICE_COPIED);
    }
}
