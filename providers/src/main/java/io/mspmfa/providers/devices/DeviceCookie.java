// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.devices;

import io.mspmfa.core.devices.DeviceToken;
import io.mspmfa.providers.cookies.UserCookie;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The cookie of a trusted device, which contains its token. */
final class DeviceCookie {
    private static final String PREFIX = "MSP_MFA_DEVICE_";

    private final UserCookie cookie;

    DeviceCookie(KeycloakSession session, RealmModel realm, UserModel user) {
        this.cookie = new UserCookie(session, realm, user, PREFIX);
    }

    /** Whether the browser sent one, readable or not. */
    boolean isThere() {
        return cookie.value().isPresent();
    }

    /** The token that the browser sent; empty if there is none that can have come from here. */
    Optional<DeviceToken> token() {
        return cookie.value().flatMap(DeviceToken::read);
    }

    /** @param seconds for how long, which must not be longer than the policy allows */
    void set(DeviceToken token, long seconds) {
        cookie.set(token.text(), seconds);
    }

    void expire() {
        cookie.expire();
    }
}
