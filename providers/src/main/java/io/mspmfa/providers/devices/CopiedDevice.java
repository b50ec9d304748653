// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.devices;

import io.mspmfa.providers.ids.EventDetails;
import io.mspmfa.providers.notifications.Notice;
import io.mspmfa.providers.notifications.Notifications;
import java.util.Optional;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Tells that a device is no longer trusted, because somebody else has, or had, a copy of its cookie. */
final class CopiedDevice {
    private static final String ERROR = "msp_mfa_device_copied";

    private CopiedDevice() {}

    /** By an event and an e-mail to its owner. */
    static void report(KeycloakSession session, RealmModel realm, UserModel user, String id) {
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
