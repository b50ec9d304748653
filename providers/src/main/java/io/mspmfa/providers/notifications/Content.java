// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.notifications;

import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.language.OneLine;
import io.mspmfa.providers.language.OrganisationName;
import io.mspmfa.providers.language.TextLanguage;
import io.mspmfa.providers.mails.MailBase;
import io.mspmfa.providers.policy.RealmPolicies;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.theme.Theme;

/** The content of an e-mail, in the form that its templates need. The templates escape what people have typed. */
final class Content {
    private static final String MODEL = "mspMfa";

    /** The user attribute for OpenID Connect's zoneinfo claim, such as {@code Europe/Berlin}. */
    private static final String ZONE = "zoneinfo";

    private static final int MAX_NAME = 100;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final Letter letter;

    Content(KeycloakSession session, RealmModel realm, UserModel user, Letter letter) {
        this.session = session;
        this.realm = realm;
        this.user = user;
        this.letter = letter;
    }

    String subjectKey() {
        return "mspMfaMailSubject" + letter.notice().word();
    }

    /** Under a single name, so that none of our names collides with one of Keycloak's. */
    Map<String, Object> attributes() {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("notice", letter.notice().word());
        model.put("factor", letter.factor().isEmpty() ? null : factorKey());
        model.put("providers", line(String.join(", ", names(letter.providers()))));
        model.put("codesLeft", letter.codesLeft());
        model.put("when", when());
        model.put("account", line(user.getUsername()));
        model.put("organisation", organisation());
        model.put("administrator", letter.origin().administrator());
        model.put("address", letter.origin().address());
        model.put("browser", letter.origin().browser());
        model.put("contact", OneLine.of(RealmPolicies.of(realm).get(PolicyField.CONTACT)));
        Map<String, Object> attributes = new HashMap<>();
        attributes.put(MODEL, model);
        if (letter.base() != null) {
            MailBase.put(attributes, letter.base());
        }
        return attributes;
    }

    /** The organisation that the account belongs to. */
    String organisation() {
        return line(OrganisationName.of(session, realm, user, Theme.Type.EMAIL));
    }

    private String factorKey() {
        return SecondFactors.kindOf(letter.factor())
                .map(kind -> kind.mailKey(letter.factor()))
                .orElse("mspMfaMailFactorOther");
    }

    /** As the login page names them. */
    private List<String> names(List<String> providers) {
        return providers.stream()
                .map(alias -> {
                    IdentityProviderModel provider = session.identityProviders().getByAlias(alias);
                    return provider == null
                            ? alias
                            : KeycloakModelUtils.getIdentityProviderDisplayName(session, provider);
                })
                .toList();
    }

    private String when() {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.LONG)
                .withLocale(TextLanguage.of(session, realm, user, Theme.Type.EMAIL))
                .withZone(zone())
                .format(Instant.ofEpochMilli(letter.epochMillis()))
                .replace('\u202F', ' '); // few e-mail programs can display CLDR's narrow space
    }

    private ZoneId zone() {
        String zone = user.getFirstAttribute(ZONE);
        try {
            return zone == null ? ZoneId.systemDefault() : ZoneId.of(zone);
        } catch (DateTimeException e) {
            return ZoneId.systemDefault();
        }
    }

    private static String line(String text) {
        return OneLine.of(text, MAX_NAME);
    }
}
