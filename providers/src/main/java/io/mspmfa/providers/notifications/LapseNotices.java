// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.notifications;

import io.mspmfa.providers.factors.email.EmailFactor;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Notifies users whose codes by e-mail are no factor any more, because the address of the account has changed. */
public final class LapseNotices {
    private LapseNotices() {}

    /**
     * The user changed the address, or somebody at the user's session.
     *
     * @param previous the address before, which gets the e-mail, since the new one may be a thief's; null if not known
     */
    public static void byUser(KeycloakSession session, RealmModel realm, UserModel user, @Nullable String previous) {
        add(session, realm, user, Origin.theUser(session, user), previous);
    }

    /** An administrator or a directory changed the address. The address before isn't known. */
    public static void byAnother(KeycloakSession session, RealmModel realm, UserModel user) {
        add(session, realm, user, Origin.anAdministrator(), null);
    }

    private static void add(
            KeycloakSession session, RealmModel realm, UserModel user, Origin origin, @Nullable String address) {
        if (Recipients.include(realm, user)) {
            Letter letter = Letter.of(realm, user, Notice.ADDRESS_CHANGED, EmailFactor.TYPE, 0, origin);
            Outbox.of(session).add(address == null ? letter : letter.to(address));
        }
    }
}
