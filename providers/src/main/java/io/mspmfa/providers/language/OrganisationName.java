// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.language;

import java.io.IOException;
import java.util.Properties;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.theme.TemplatingUtil;
import org.keycloak.theme.Theme;

/** The name of the organisation that an account belongs to, for people. */
public final class OrganisationName {
    private OrganisationName() {}

    /**
     * The realm's display name, which may refer to a message (as in Keycloak's TotpUtils.getIssuerName), or its name.
     *
     * @param type of the theme that has the message
     */
    public static String of(KeycloakSession session, RealmModel realm, UserModel user, Theme.Type type) {
        String name = realm.getDisplayName();
        if (name == null || name.isBlank()) {
            return realm.getName();
        }
        return name.contains("${") ? resolve(name, session, realm, user, type) : name;
    }

    private static String resolve(
            String name, KeycloakSession session, RealmModel realm, UserModel user, Theme.Type type) {
        try {
            Properties messages = session.theme()
                    .getTheme(type)
                    .getEnhancedMessages(realm, session.getContext().resolveLocale(user));
            return TemplatingUtil.resolveVariables(name, messages);
        } catch (IOException e) {
            return name;
        }
    }
}
