// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.language;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.theme.Theme;

/**
 * The language that our texts are in for a user: the user's, or English if the theme has none of our texts in it. What
 * stands inside them, such as a date, has to be in the same.
 */
public final class TextLanguage {
    /** The message that names the language of the messages around it. */
    private static final String NAME = "mspMfaLanguage";

    private TextLanguage() {}

    /**
     * The user's own locale, with its region, if our texts are in its language.
     *
     * @param type of the theme that has the texts
     */
    public static Locale of(KeycloakSession session, RealmModel realm, UserModel user, Theme.Type type) {
        Locale wanted = session.getContext().resolveLocale(user);
        try {
            String name = session.theme()
                    .getTheme(type)
                    .getEnhancedMessages(realm, wanted)
                    .getProperty(NAME);
            return name == null || name.equals(wanted.getLanguage()) ? wanted : Locale.forLanguageTag(name);
        } catch (IOException e) {
            return Locale.ENGLISH;
        }
    }

    /**
     * The language of this request's pages, for an e-mail or message that is written later; null if the user has chosen a
     * language permanently, which is known then.
     */
    public static @Nullable String ofRequest(KeycloakSession session, UserModel user) {
        boolean isChosen = user.getFirstAttribute(UserModel.LOCALE) != null;
        return isChosen ? null : session.getContext().resolveLocale(user).toLanguageTag();
    }
}
