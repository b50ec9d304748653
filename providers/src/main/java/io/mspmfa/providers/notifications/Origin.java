// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.notifications;

import io.mspmfa.providers.language.TextLanguage;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.device.DeviceRepresentationProvider;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.representations.account.DeviceRepresentation;

/**
 * Who made the request that changed something, and from where.
 *
 * @param administrator whether an administrator made it. If so, nothing else is disclosed, since the administrator's
 *     address is of no use to the user
 * @param address the IP address, as in events; null if not known
 * @param browser browser and operating system, for people; null if not known
 * @param language the language of the request's response; null if the user has chosen a language permanently
 */
record Origin(
        boolean administrator,
        @Nullable String address,
        @Nullable String browser,
        @Nullable String language) {
    private static final Set<String> NO_NAMES = Set.of("Other", DeviceRepresentation.UNKNOWN);

    static Origin anAdministrator() {
        return new Origin(true, null, null, null);
    }

    static Origin theUser(KeycloakSession session, UserModel user) {
        KeycloakContext context = session.getContext();
        String address = context.getConnection().getRemoteHost();
        boolean hasRequest = address != null;
        return new Origin(false, address, hasRequest ? browser(session) : null, TextLanguage.ofRequest(session, user));
    }

    private static @Nullable String browser(KeycloakSession session) {
        DeviceRepresentation device =
                session.getProvider(DeviceRepresentationProvider.class).deviceRepresentation();
        if (device == null || device.getBrowser() == null) {
            return null;
        }
        String browser = device.getBrowser().replaceFirst("/.*", "");
        if (NO_NAMES.contains(browser)) {
            return null;
        }
        String system = device.getOs();
        return system == null || NO_NAMES.contains(system) ? browser : browser + ", " + system;
    }
}
