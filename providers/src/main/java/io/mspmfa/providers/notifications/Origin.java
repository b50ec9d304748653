// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.notifications;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.device.DeviceRepresentationProvider;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.representations.account.DeviceRepresentation;

/**
 * Whose request it was that changed something, and from where.
 *
 * @param administrator whether an administrator did it. Nothing more is told then: the user has no use for the
 *     administrator's address
 * @param address the IP address, as events have it; null where not known
 * @param browser browser and system, for people; null where not known
 * @param language the language that the request was answered in; null where the user has chosen one for good
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
        boolean hasLanguage = user.getFirstAttribute(UserModel.LOCALE) != null;
        String language = hasLanguage ? null : context.resolveLocale(user).toLanguageTag();
        return new Origin(false, address, hasRequest ? browser(session) : null, language);
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
